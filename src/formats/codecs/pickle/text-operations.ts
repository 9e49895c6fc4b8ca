/** Opcodes of texts and bytes. Short texts are decoded; long contents stay in the file as ranges. */
import { memorySource } from '../memory-source.ts';
import { signedLength, textArgument } from './number-operations.ts';
import type { ByteRange } from './pickle-node.ts';
import type { Operations, PickleState } from './pickle-state.ts';
import { characterLength, decodeSurrogateUtf8, encodeSurrogateUtf8 } from './surrogate-utf8.ts';
import { quotedBytes, rawUnicode } from './text-arguments.ts';

export const textOperations: Operations = [
  // S STRING
  [0x53, (state) => pushEightBit(state, textArgument(state, 'a quoted string', quotedBytes, state.limits.maxLine))],
  // T BINSTRING
  [0x54, binString],
  // U SHORT_BINSTRING
  [0x55, (state) => pushEightBit(state, state.reader.announced(state.reader.byte()).slice())],
  // V UNICODE
  [0x56, textUnicode],
  // X BINUNICODE
  [0x58, (state) => text(state, state.reader.unsigned(4))],
  // SHORT_BINUNICODE
  [0x8c, (state) => text(state, state.reader.byte())],
  // BINUNICODE8
  [0x8d, (state) => text(state, state.reader.length64())],
  // B BINBYTES
  [0x42, (state) => pushBytes(state, state.reader.unsigned(4), false)],
  // C SHORT_BINBYTES
  [0x43, (state) => pushBytes(state, state.reader.byte(), false)],
  // BINBYTES8
  [0x8e, (state) => pushBytes(state, state.reader.length64(), false)],
  // BYTEARRAY8
  [0x96, (state) => pushBytes(state, state.reader.length64(), true)],
  // NEXT_BUFFER
  [0x97, outOfBand],
  // READONLY_BUFFER
  [0x98, outOfBand],
];

function outOfBand(state: PickleState): never {
  throw state.reader.problem(
    'OUT_OF_BAND',
    'The pickle wants a buffer that is not in the file.',
    'Pickle it without buffer_callback, so that the data is in the file.',
  );
}

function text(state: PickleState, length: number): void {
  const reader = state.reader;
  if (length > state.limits.maxHeldText) {
    const range = { source: reader.source, offset: reader.skip(length), length };
    checkLongText(state, range);
    state.make({ kind: 'str', value: null, range });
    return;
  }
  // Names are short and ASCII, nearly always.
  const ascii = length <= 64 ? reader.ascii(reader.announce(length)) : null;
  if (ascii !== null) {
    state.make({ kind: 'str', value: ascii, range: null });
    return;
  }
  const bytes = reader.announced(length);
  const decoded = decodeSurrogateUtf8(bytes);
  if (!decoded.valid) throw encodingProblem(state, decoded.at);
  if (!decoded.ambiguous) {
    state.make({ kind: 'str', value: decoded.text, range: null });
    return;
  }
  state.make({ kind: 'str', value: null, range: held(state, bytes.slice()) });
}

function encodingProblem(state: PickleState, at: number): Error {
  return state.reader.problem('TEXT_ENCODING', `The text is not UTF-8 at its byte ${at}.`);
}

function checkLongText(state: PickleState, range: ByteRange): void {
  for (let done = 0; done < range.length; ) {
    const piece = range.source.read(range.offset + done, Math.min(1024 * 1024, range.length - done));
    let at = 0;
    for (;;) {
      while ((piece[at] ?? 0x80) < 0x80) at++;
      const length = at < piece.length ? characterLength(piece, at) : 0;
      if (length === 0) break;
      at += length;
    }
    // A character that the piece cuts off is read again with the next one.
    const cut = done + piece.length < range.length && piece.length - at < 4;
    if (at < piece.length && !(cut && at > 0)) throw encodingProblem(state, done + at);
    done += at;
  }
}

function held(state: PickleState, bytes: Uint8Array): ByteRange {
  return { source: memorySource(state.reader.source.name, bytes), offset: 0, length: bytes.length };
}

function pushBytes(state: PickleState, length: number, mutable: boolean): void {
  const { source } = state.reader;
  const offset = state.reader.skip(length);
  state.make({ kind: 'bytes', mutable, range: { source, offset, length } });
}

function binString(state: PickleState): void {
  const length = signedLength(state);
  if (length > state.limits.maxHeldText) {
    pushBytes(state, length, false);
    return;
  }
  pushEightBit(state, state.reader.announced(length).slice());
}

/** A `str` of Python 2: text where it is ASCII, as the default unpickler reads it, else its bytes. */
function pushEightBit(state: PickleState, bytes: Uint8Array): void {
  if (bytes.length <= state.limits.maxHeldText && bytes.every((byte) => byte < 0x80)) {
    state.make({ kind: 'str', value: Buffer.from(bytes).toString('latin1'), range: null });
    return;
  }
  state.make({ kind: 'bytes', mutable: false, range: held(state, bytes) });
}

function textUnicode(state: PickleState): void {
  const { text, ambiguous } = textArgument(state, 'a text', rawUnicode, state.limits.maxLine);
  if (!ambiguous && text.length <= state.limits.maxHeldText) {
    state.make({ kind: 'str', value: text, range: null });
    return;
  }
  state.make({ kind: 'str', value: null, range: held(state, encodeSurrogateUtf8(text)) });
}
