/** Entry of the Action's post step: ends what an audit left running, also where the audit itself was killed. No decisions. */
import { postCommand } from './commands/post.ts';

await postCommand();
