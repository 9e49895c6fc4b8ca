import { describe, expect, it } from 'vitest';
import { csv } from '../../../src/formats/metrics/csv.ts';
import { codeOf, fixture } from '../read-entries.ts';
import { noteCodes, readText, seriesLine, seriesLines, textSource } from './read-metrics.ts';

describe('csv', () => {
  it('puts the rows of a real Lightning file together by step', async () => {
    const source = fixture('lightning-metrics.csv');
    expect(csv.recognizes(source, 'metrics.csv')).toBe(true);
    const { series, notes } = await csv.read(source, 'metrics.csv');
    expect(notes).toEqual([]);
    const lines = series.map(seriesLine);
    expect(lines).toContain('val_loss by step: 7=0.2404453456401825 15=0.18711060285568237');
    expect(lines).toContain('train_loss_epoch by step: 7=0.18331320583820343 15=0.23063327372074127');
    expect(series.map(({ name }) => name)).toEqual(['epoch', 'train_loss_step', 'val_loss', 'train_loss_epoch']);
    expect(series.every(({ rewritten }) => rewritten === 0)).toBe(true);
  });

  it.each<[string, string, string, readonly string[]]>([
    [
      'Keras with NA',
      'metrics.csv',
      'epoch,loss,val_loss\n0,1.5,NA\n1,1.25,2\n',
      ['loss by epoch: 0=1.5 1=1.25', 'val_loss by epoch: 1=2'],
    ],
    ['padded headers', 'results.csv', '   epoch,  train/loss\n  1,   0.5\n', ['train/loss by epoch: 1=0.5']],
    ['a byte order mark and CRLF', 'x.csv', '\ufeffstep,loss\r\n1,2\r\n2,1\r\n', ['loss by step: 1=2 2=1']],
    ['tabs', 'x.tsv', 'step\tloss\n1\t2\n', ['loss by step: 1=2']],
    ['commas in a TSV header', 'x.tsv', 'step\ta,b\n1\t2\n', ['a,b by step: 1=2']],
    ['semicolons', 'x.csv', 'step;loss\n1;2\n', ['loss by step: 1=2']],
    ['quotes', 'x.csv', 'step,"loss, mean"\n"1","2"\n', ['loss, mean by step: 1=2']],
    ['nan and inf', 'x.csv', 'step,loss\n1,nan\n2,-inf\n', ['loss by step: 1=NaN 2=-Infinity']],
    ['integers beyond 2^53', 'x.csv', 'step,tokens\n1,9007199254740993\n', ['tokens by step: 1=9007199254740993']],
    ['an index column of pandas', 'x.csv', ',step,loss\n0,5,2\n', ['column 1 by step: 5=0', 'loss by step: 5=2']],
    [
      'no step at all',
      'metrics.csv',
      'loss,acc\n2,0.5\n1,0.75\n',
      ['loss by row: 0=2 1=1', 'acc by row: 0=0.5 1=0.75'],
    ],
  ])('reads %s', async (_, name, text, lines) => {
    expect(await seriesLines(csv, text, name)).toEqual(lines);
  });

  it.each<[string, string, readonly string[]]>([
    ['a last row that is cut off', 'step,loss\n1,2\n2', ['PARTIAL']],
    ['rows that are too short', 'step,loss\n1,2\n2\n3,1\n', ['CSV_RAGGED']],
    ['texts', 'step,loss,host\n1,2,gpu-1\n', ['TEXT_COLUMN']],
    ['decimal commas', 'step;loss\n1;0,5\n', ['TEXT_COLUMN']],
    ['the same column twice', 'step,loss,loss\n1,2,3\n', ['CSV_DUPLICATE_COLUMN']],
    ['no rows', 'step,loss\n', ['METRICS_EMPTY']],
  ])('notes %s', async (_, text, codes) => {
    expect(await noteCodes(csv, text)).toEqual(codes);
  });

  it.each([
    ['CSV_COLUMNS', 'step,loss\n1,2,3\n2,1\n'],
    ['CSV_SYNTAX', 'step,loss\n1,"2\n2,1\n'],
    ['TEXT_ENCODING', Buffer.from([0xff, 0xfe, 0x73, 0]).toString('latin1')],
  ])('refuses with %s', async (code, text) => {
    const bytes = Buffer.from(text, code === 'TEXT_ENCODING' ? 'latin1' : 'utf8');
    expect(
      await codeOf(() => csv.read({ ...textSource('x'), byteLength: bytes.length, read: () => bytes }, 'x.csv')),
    ).toBe(code);
  });

  it('keeps texts and a last row that is cut off, so that a difference in them is seen', async () => {
    expect(await seriesLines(csv, 'step,loss,best\n1,2,cat\n2,5')).toEqual([
      'loss by step: 1=2',
      '(last row, cut off) (text) by row: 0=2,5',
      'best (text) by row: 0=cat',
    ]);
  });

  it('keeps values of a repeated column apart', async () => {
    expect((await readText(csv, 'step,loss,loss\n1,2,3\n')).series.map(({ name }) => name)).toEqual([
      'loss',
      'loss (2)',
    ]);
  });

  it.each<[string, string, boolean]>([
    ['x.csv', 'step,loss\n1,2\n', true],
    ['x.csv', 'step,loss\n', true],
    ['metrics.csv', 'loss,acc\n1,2\n', true],
    ['iris.csv', 'sepal,petal\n1.5,2.5\n', false],
    ['names.csv', 'epoch,name\n1,anna\n2,bert\n', false],
    ['log.txt', 'hello, world\nthis is, text\n', false],
    ['x.csv', '1,2\n3,4\n', false],
    ['x.csv', 'step\n1\n', false],
    ['config.yaml', 'lr: 0.1\nsteps: [1, 2]\n', false],
    ['x.csv', '', false],
  ])('recognizes %s %s: %s', (name, text, expected) => {
    expect(csv.recognizes(textSource(text, name), name)).toBe(expected);
  });
});
