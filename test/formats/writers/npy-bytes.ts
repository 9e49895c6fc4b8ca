/** A small NPY writer for tests: any header text, any data. */
export function npyBytes(header: string, data: Uint8Array, version = 1): Uint8Array {
  const text = Buffer.from(`${header}\n`, version === 3 ? 'utf8' : 'latin1');
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  length.writeUIntLE(text.length, 0, length.length);
  return Buffer.concat([Buffer.from('\u0093NUMPY', 'latin1'), Buffer.from([version, 0]), length, text, data]);
}

/** The header that numpy.save writes for a plain dtype. */
export function npyHeader(descr: string, shape: readonly number[], fortranOrder = false): string {
  const dims = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  return `{'descr': '${descr}', 'fortran_order': ${fortranOrder ? 'True' : 'False'}, 'shape': (${dims}), }`;
}
