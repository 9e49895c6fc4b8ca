/** The shape of a checkpoint format. A new one: a file here, a line in `registry.ts`, a test, a fixture. */
import type { ByteSource } from '../../model/byte-source.ts';
import type { Checkpoint } from '../../model/entry.ts';
import type { FileRole } from '../../model/inventory.ts';

export interface OpenContext {
  /**
   * Opens a file that lies beside this one, by its plain base name; null where there is none. Whoever opens it closes it
   * through the checkpoint's own `close`. Names with `/`, `\`, NUL or `..` give null.
   */
  sibling(name: string): (ByteSource & { close(): void }) | null;
}

/** A context for sources that stand alone. */
export const noSiblings: OpenContext = { sibling: () => null };

export interface CheckpointFormat {
  /** Kebab-case, stable: stands in reports. */
  readonly id: string;
  /** For people: `PyTorch zip archive`. */
  readonly title: string;
  /** `image` for pictures that are compared by pixels: they never count as evidence of a checkpoint. */
  readonly role: Extract<FileRole, 'checkpoint' | 'image'>;
  /**
   * True where the content is of this format. By content, never by name: reads as little as it takes to be sure, does not
   * throw on strange bytes. A damaged file whose beginning is unmistakable is recognized, and `open` tells what is wrong.
   */
  recognizes(source: ByteSource): boolean | Promise<boolean>;
  /** Base names of files beside this one that are parts of it (shards). Absent: none. @throws FormatProblem */
  parts?(source: ByteSource): readonly string[];
  /** @throws FormatProblem | LimitProblem with `place.entry` or `place.offset`; never anything else for any input. */
  open(source: ByteSource, context: OpenContext): Promise<Checkpoint>;
}
