/** What was asked for, where each value came from, and which audit this is. */
import { formatFloat } from '../../model/format-number.ts';
import type { Report } from '../../model/report.ts';
import type { ToleranceRule, ValueOrigin } from '../../model/request.ts';
import { code, joined, strong, type Text, words } from '../text/span.ts';
import { list, type Section, section } from './section.ts';

const originOrder: readonly ValueOrigin[] = ['input', 'flag', 'config file', 'default'];

export function settingsSection(report: Report): Section {
  const { policy, meta } = report;
  const items: Text[] = [
    words(strong('Required'), ': ', code(policy.require), '; findings fail the audit: ', code(policy.failOn)),
    words(strong('Tolerance'), ': ', ...toleranceText(report)),
  ];
  for (const origin of originOrder) {
    const names = Object.entries(meta.origins)
      .filter(([, from]) => from === origin)
      .map(([name]) => words(code(name)))
      .toSorted((a, b) => (textOf(a) < textOf(b) ? -1 : 1));
    if (names.length > 0) items.push(words(strong(originTitle[origin]), ': ', joined(names, ', ')));
  }
  items.push(
    words(
      strong('Audit'),
      ': ',
      code(meta.auditId),
      `, ${meta.createdAt}, train-twice ${meta.tool.version}, Node ${meta.node}, ${meta.platform}`,
    ),
  );
  return section('settings', 'Settings', [list(items)], { folded: true });
}

const originTitle: Readonly<Record<ValueOrigin, string>> = {
  input: 'From inputs',
  flag: 'From flags',
  'config file': 'From the config file',
  default: 'By default',
};

function toleranceText(report: Report): readonly Text[] {
  const { everywhere, rules } = report.policy.tolerance;
  const shown = [
    ...rules.map((entry) => words(code(entry.glob), ` ${ruleText(entry.rule)}`)),
    ...(everywhere === null ? [] : [words(`everywhere else ${ruleText(everywhere)}`)]),
  ];
  return [shown.length === 0 ? words('none, to the last bit') : joined(shown, '; ')];
}

function ruleText(rule: ToleranceRule): string {
  return `atol ${formatFloat(rule.atol)}, rtol ${formatFloat(rule.rtol)}, max-ulp ${formatFloat(rule.maxUlp)}`;
}

function textOf(text: Text): string {
  return text.map((span) => span.text).join('');
}
