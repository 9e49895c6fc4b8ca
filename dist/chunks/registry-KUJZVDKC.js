import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  addEnvironmentFields,
  fixedNumbers,
  readFields,
  readWandbRecord,
  varints,
  wandbEnvironment
} from "./chunk-FB5D3F5R.js";
import {
  isAbsent,
  numberFromScalar,
  numberFromText
} from "./chunk-GIKQZ7E4.js";
import "./chunk-CX76GRMT.js";
import {
  isMlflowDatabase,
  readExperiments,
  readMetrics,
  readParameters,
  readRuns
} from "./chunk-ZCBWIKAU.js";
import {
  isSqlite,
  sqliteProblem,
  sqliteUnavailable,
  withDatabase
} from "./chunk-B32HKWQC.js";
import {
  plainName,
  runNames
} from "./chunk-4Y447LUC.js";
import {
  mlflowPlace,
  parameterValue
} from "./chunk-ZFQAWAVQ.js";
import {
  collectSeries,
  seriesFromRows,
  stepKindOf
} from "./chunk-PQM6PUSA.js";
import {
  isDType,
  numberReader,
  peekText,
  readText
} from "./chunk-D7BS742Q.js";
import {
  readPythonJson
} from "./chunk-OJCESHJP.js";
import "./chunk-ROV2ADHM.js";
import "./chunk-53VACBTN.js";
import {
  FormatProblem,
  isProblem,
  withPlace
} from "./chunk-B5J4NNO2.js";
import "./chunk-5YLZBCQB.js";
import "./chunk-7ZPLETBH.js";

// node_modules/csv-parse/lib/api/CsvError.js
var CsvError = class _CsvError extends Error {
  constructor(code, message, options, ...contexts) {
    if (Array.isArray(message)) message = message.join(" ").trim();
    super(message);
    if (Error.captureStackTrace !== void 0) {
      Error.captureStackTrace(this, _CsvError);
    }
    this.code = code;
    for (const context of contexts) {
      for (const key in context) {
        const value = context[key];
        this[key] = Buffer.isBuffer(value) ? value.toString(options.encoding) : value == null ? value : JSON.parse(JSON.stringify(value));
      }
    }
  }
};

// node_modules/csv-parse/lib/utils/is_object.js
var is_object = function(obj) {
  return typeof obj === "object" && obj !== null && !Array.isArray(obj);
};

// node_modules/csv-parse/lib/api/normalize_columns_array.js
var normalize_columns_array = function(columns) {
  const normalizedColumns = [];
  for (let i = 0, l = columns.length; i < l; i++) {
    const column = columns[i];
    if (column === void 0 || column === null || column === false) {
      normalizedColumns[i] = { disabled: true };
    } else if (typeof column === "string" || typeof column === "number") {
      normalizedColumns[i] = { name: `${column}` };
    } else if (is_object(column)) {
      if (typeof column.name !== "string") {
        throw new CsvError("CSV_OPTION_COLUMNS_MISSING_NAME", [
          "Option columns missing name:",
          `property "name" is required at position ${i}`,
          "when column is an object literal"
        ]);
      }
      normalizedColumns[i] = column;
    } else {
      throw new CsvError("CSV_INVALID_COLUMN_DEFINITION", [
        "Invalid column definition:",
        "expect a string or a literal object,",
        `got ${JSON.stringify(column)} at position ${i}`
      ]);
    }
  }
  return normalizedColumns;
};

// node_modules/csv-parse/lib/utils/ResizeableBuffer.js
var ResizeableBuffer = class {
  constructor(size = 100) {
    this.size = size;
    this.length = 0;
    this.buf = Buffer.allocUnsafe(size);
  }
  prepend(val) {
    if (Buffer.isBuffer(val)) {
      const length = this.length + val.length;
      if (length >= this.size) {
        this.resize();
        if (length >= this.size) {
          throw Error("INVALID_BUFFER_STATE");
        }
      }
      const buf = this.buf;
      this.buf = Buffer.allocUnsafe(this.size);
      val.copy(this.buf, 0);
      buf.copy(this.buf, val.length);
      this.length += val.length;
    } else {
      const length = this.length++;
      if (length === this.size) {
        this.resize();
      }
      const buf = this.clone();
      this.buf[0] = val;
      buf.copy(this.buf, 1, 0, length);
    }
  }
  append(val) {
    const length = this.length++;
    if (length === this.size) {
      this.resize();
    }
    this.buf[length] = val;
  }
  clone() {
    return Buffer.from(this.buf.slice(0, this.length));
  }
  resize() {
    const length = this.length;
    this.size = this.size * 2;
    const buf = Buffer.allocUnsafe(this.size);
    this.buf.copy(buf, 0, 0, length);
    this.buf = buf;
  }
  toString(encoding) {
    if (encoding) {
      return this.buf.toString(encoding, 0, this.length);
    } else {
      return Uint8Array.prototype.slice.call(this.buf.slice(0, this.length));
    }
  }
  toJSON() {
    return this.toString("utf8");
  }
  reset() {
    this.length = 0;
  }
};
var ResizeableBuffer_default = ResizeableBuffer;

// node_modules/csv-parse/lib/api/init_state.js
var init_state = function(options) {
  const timchars = [
    // Basic Latin
    32,
    // [Space](https://www.fileformat.info/info/unicode/char/0020/index.htm)
    9,
    // [CHARACTER TABULATION (HT)](https://www.fileformat.info/info/unicode/char/0009/index.htm)
    10,
    // [LINE FEED (LF)](https://www.fileformat.info/info/unicode/char/000a/index.htm)
    13,
    // [CARRIAGE RETURN (CR)](https://www.fileformat.info/info/unicode/char/000d/index.htm)
    12,
    // [FORM FEED (FF)](https://www.fileformat.info/info/unicode/char/000c/index.htm)
    11,
    // [LINE TABULATION (VT)](https://www.fileformat.info/info/unicode/char/000b/index.htm)
    // Latin-1 Supplement
    160,
    // [NO-BREAK SPACE (NBSP)](https://www.fileformat.info/info/unicode/char/00a0/index.htm)
    // Ogham
    5760,
    // [OGHAM SPACE MARK](https://www.fileformat.info/info/unicode/char/1680/index.htm)
    // General Punctuation
    8192,
    // [EN QUAD](https://www.fileformat.info/info/unicode/char/2000/index.htm)
    8193,
    // [EM QUAD](https://www.fileformat.info/info/unicode/char/2001/index.htm)
    8194,
    // [EN SPACE](https://www.fileformat.info/info/unicode/char/2002/index.htm)
    8195,
    // [EM SPACE](https://www.fileformat.info/info/unicode/char/2003/index.htm)
    8196,
    // [THREE-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2004/index.htm)
    8197,
    // [FOUR-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2005/index.htm)
    8198,
    // [SIX-PER-EM SPACE](https://www.fileformat.info/info/unicode/char/2006/index.htm)
    8199,
    // [FIGURE SPACE](https://www.fileformat.info/info/unicode/char/2007/index.htm)
    8200,
    // [PUNCTUATION SPACE](https://www.fileformat.info/info/unicode/char/2008/index.htm)
    8201,
    // [THIN SPACE](https://www.fileformat.info/info/unicode/char/2009/index.htm)
    8202,
    // [HAIR SPACE](https://www.fileformat.info/info/unicode/char/200a/index.htm)
    8232,
    // [LINE SEPARATOR](https://www.fileformat.info/info/unicode/char/2028/index.htm)
    8233,
    // [PARAGRAPH SEPARATOR](https://www.fileformat.info/info/unicode/char/2029/index.htm)
    8239,
    // [NARROW NO-BREAK SPACE (NNBSP)](https://www.fileformat.info/info/unicode/char/202f/index.htm)
    8287,
    // [MEDIUM MATHEMATICAL SPACE (MMSP)](https://www.fileformat.info/info/unicode/char/205f/index.htm)
    12288,
    // [IDEOGRAPHIC SPACE](https://www.fileformat.info/info/unicode/char/3000/index.htm)
    65279
    // [ZERO WIDTH NO-BREAK SPACE (BOM)](https://www.fileformat.info/info/unicode/char/feff/index.htm)
  ].reduce((acc, codepoint) => {
    const encoded = Buffer.from(
      String.fromCharCode(codepoint),
      options.encoding
    );
    if (codepoint !== 63 && encoded.length === 1 && encoded[0] === 63) {
      return acc;
    }
    acc.push(encoded);
    return acc;
  }, []);
  const timcharFirstBytes = new Uint8Array(256);
  for (const t of timchars) timcharFirstBytes[t[0]] = 1;
  return {
    bomSkipped: false,
    bufBytesStart: 0,
    castField: options.cast_function,
    commenting: false,
    delimiterBufPrevious: void 0,
    delimiterDiscovered: false,
    // Current error encountered by a record
    error: void 0,
    enabled: options.from_line === 1,
    escaping: false,
    escapeIsQuote: Buffer.isBuffer(options.escape) && Buffer.isBuffer(options.quote) && Buffer.compare(options.escape, options.quote) === 0,
    // columns can be `false`, `true`, `Array`
    expectedRecordLength: Array.isArray(options.columns) ? options.columns.length : void 0,
    field: new ResizeableBuffer_default(20),
    firstLineToHeaders: options.cast_first_line_to_header,
    needMoreDataSize: Math.max(
      // Skip if the remaining buffer smaller than comment
      options.comment !== null ? options.comment.length : 0,
      ...options.delimiter ? options.delimiter.map((delimiter) => delimiter.length) : [],
      // Auto discovery of delimiter is limited to 1 character
      options.delimiter_auto ? 1 : 0,
      // Skip if the remaining buffer can be escape sequence
      options.quote !== null ? options.quote.length : 0,
      ...timchars.map((t) => t.length)
    ),
    previousBuf: void 0,
    quoting: false,
    stop: false,
    rawBuffer: new ResizeableBuffer_default(100),
    record: [],
    recordHasError: false,
    record_length: 0,
    recordDelimiterMaxLength: options.record_delimiter.length === 0 ? 0 : Math.max(...options.record_delimiter.map((v) => v.length)),
    trimChars: [
      Buffer.from(" ", options.encoding)[0],
      Buffer.from("	", options.encoding)[0]
    ],
    wasQuoting: false,
    wasRowDelimiter: false,
    timchars,
    timcharFirstBytes
  };
};

// node_modules/csv-parse/lib/utils/underscore.js
var underscore = function(str) {
  return str.replace(/([A-Z])/g, function(_, match) {
    return "_" + match.toLowerCase();
  });
};

// node_modules/csv-parse/lib/api/normalize_options.js
var normalize_options = function(opts) {
  const options = {};
  for (const opt in opts) {
    options[underscore(opt)] = opts[opt];
  }
  if (options.encoding === void 0 || options.encoding === true) {
    options.encoding = "utf8";
  } else if (options.encoding === null || options.encoding === false) {
    options.encoding = null;
  } else if (typeof options.encoding !== "string" && options.encoding !== null) {
    throw new CsvError(
      "CSV_INVALID_OPTION_ENCODING",
      [
        "Invalid option encoding:",
        "encoding must be a string or null to return a buffer,",
        `got ${JSON.stringify(options.encoding)}`
      ],
      options
    );
  }
  if (options.bom === void 0 || options.bom === null || options.bom === false) {
    options.bom = false;
  } else if (options.bom !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_BOM",
      [
        "Invalid option bom:",
        "bom must be true,",
        `got ${JSON.stringify(options.bom)}`
      ],
      options
    );
  }
  options.cast_function = null;
  if (options.cast === void 0 || options.cast === null || options.cast === false || options.cast === "") {
    options.cast = void 0;
  } else if (typeof options.cast === "function") {
    options.cast_function = options.cast;
    options.cast = true;
  } else if (options.cast !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST",
      [
        "Invalid option cast:",
        "cast must be true or a function,",
        `got ${JSON.stringify(options.cast)}`
      ],
      options
    );
  }
  if (options.cast_date === void 0 || options.cast_date === null || options.cast_date === false || options.cast_date === "") {
    options.cast_date = false;
  } else if (options.cast_date === true) {
    options.cast_date = function(value) {
      const date = Date.parse(value);
      return !isNaN(date) ? new Date(date) : value;
    };
  } else if (typeof options.cast_date !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_CAST_DATE",
      [
        "Invalid option cast_date:",
        "cast_date must be true or a function,",
        `got ${JSON.stringify(options.cast_date)}`
      ],
      options
    );
  }
  options.cast_first_line_to_header = void 0;
  if (options.columns === true) {
    options.cast_first_line_to_header = void 0;
  } else if (typeof options.columns === "function") {
    options.cast_first_line_to_header = options.columns;
    options.columns = true;
  } else if (Array.isArray(options.columns)) {
    options.columns = normalize_columns_array(options.columns);
  } else if (options.columns === void 0 || options.columns === null || options.columns === false) {
    options.columns = false;
  } else {
    throw new CsvError(
      "CSV_INVALID_OPTION_COLUMNS",
      [
        "Invalid option columns:",
        "expect an array, a function or true,",
        `got ${JSON.stringify(options.columns)}`
      ],
      options
    );
  }
  if (options.group_columns_by_name === void 0 || options.group_columns_by_name === null || options.group_columns_by_name === false) {
    options.group_columns_by_name = false;
  } else if (options.group_columns_by_name !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "expect an boolean,",
        `got ${JSON.stringify(options.group_columns_by_name)}`
      ],
      options
    );
  } else if (options.columns === false) {
    throw new CsvError(
      "CSV_INVALID_OPTION_GROUP_COLUMNS_BY_NAME",
      [
        "Invalid option group_columns_by_name:",
        "the `columns` mode must be activated."
      ],
      options
    );
  }
  if (options.comment === void 0 || options.comment === null || options.comment === false || options.comment === "") {
    options.comment = null;
  } else {
    if (typeof options.comment === "string") {
      options.comment = Buffer.from(options.comment, options.encoding);
    }
    if (!Buffer.isBuffer(options.comment)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_COMMENT",
        [
          "Invalid option comment:",
          "comment must be a buffer or a string,",
          `got ${JSON.stringify(options.comment)}`
        ],
        options
      );
    }
  }
  if (options.comment_no_infix === void 0 || options.comment_no_infix === null || options.comment_no_infix === false) {
    options.comment_no_infix = false;
  } else if (options.comment_no_infix !== true) {
    throw new CsvError(
      "CSV_INVALID_OPTION_COMMENT",
      [
        "Invalid option comment_no_infix:",
        "value must be a boolean,",
        `got ${JSON.stringify(options.comment_no_infix)}`
      ],
      options
    );
  }
  if (options.delimiter_auto === void 0 || options.delimiter_auto === null || options.delimiter_auto === false) {
    options.delimiter_auto = false;
  } else if (options.delimiter_auto === true) {
    options.delimiter_auto = {};
  } else if (!is_object(options.delimiter_auto)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_DELIMITER_AUTO",
      [
        "Invalid option delimiter_auto:",
        "delimiter_auto must be a boolean or a configuration object,",
        `got ${JSON.stringify(options.delimiter_auto)}`
      ],
      options
    );
  }
  if (options.delimiter_auto) {
    if (options.delimiter_auto.preferred === void 0)
      options.delimiter_auto.preferred = {
        [",".charCodeAt(0)]: 1.8,
        ["	".charCodeAt(0)]: 1.8,
        [";".charCodeAt(0)]: 1.6,
        [" ".charCodeAt(0)]: 1.6,
        [":".charCodeAt(0)]: 1.5,
        [".".charCodeAt(0)]: 1.4,
        ["/".charCodeAt(0)]: 1.4
      };
    else if (!is_object(options.delimiter_auto.preferred)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "preferred must be an object,",
          `got ${JSON.stringify(options.delimiter_auto.preferred)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.score === void 0)
      options.delimiter_auto.score = (info, options2) => {
        return (info.total - info.std) * (options2.preferred[info.char_code] || 1);
      };
    else if (typeof options.delimiter_auto.score !== "function") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "score must be a function,",
          `got ${JSON.stringify(options.delimiter_auto.score)}`
        ],
        options
      );
    }
    if (options.delimiter_auto.size === void 0)
      options.delimiter_auto.size = 2048;
    else if (typeof options.delimiter_auto.size !== "number") {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER_AUTO",
        [
          "Invalid option delimiter_auto:",
          "size must be a number,",
          `got ${JSON.stringify(options.delimiter_auto.size)}`
        ],
        options
      );
    }
  }
  const delimiter_json = JSON.stringify(options.delimiter);
  if (options.delimiter_auto !== false) {
    options.delimiter = [];
  }
  if (!Array.isArray(options.delimiter)) {
    if (options.delimiter === void 0 || options.delimiter === null || options.delimiter === false) {
      options.delimiter = Buffer.from(",", options.encoding);
    }
    options.delimiter = [options.delimiter];
  }
  options.delimiter = options.delimiter.map(function(delimiter) {
    if (typeof delimiter === "string") {
      delimiter = Buffer.from(delimiter, options.encoding);
    }
    if (!Buffer.isBuffer(delimiter) || delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_DELIMITER",
        [
          "Invalid option delimiter:",
          "delimiter must be a non empty string or buffer or array of string|buffer,",
          `got ${delimiter_json}`
        ],
        options
      );
    }
    return delimiter;
  });
  if (options.escape === void 0 || options.escape === true) {
    options.escape = Buffer.from('"', options.encoding);
  } else if (typeof options.escape === "string") {
    options.escape = Buffer.from(options.escape, options.encoding);
  } else if (options.escape === null || options.escape === false) {
    options.escape = null;
  }
  if (options.escape !== null) {
    if (!Buffer.isBuffer(options.escape)) {
      throw new Error(
        `Invalid Option: escape must be a buffer, a string or a boolean, got ${JSON.stringify(options.escape)}`
      );
    }
  }
  if (options.from === void 0 || options.from === null) {
    options.from = 1;
  } else {
    if (typeof options.from === "string" && /\d+/.test(options.from)) {
      options.from = parseInt(options.from);
    }
    if (Number.isInteger(options.from)) {
      if (options.from < 0) {
        throw new Error(
          `Invalid Option: from must be a positive integer, got ${JSON.stringify(opts.from)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from must be an integer, got ${JSON.stringify(options.from)}`
      );
    }
  }
  if (options.from_line === void 0 || options.from_line === null) {
    options.from_line = 1;
  } else {
    if (typeof options.from_line === "string" && /\d+/.test(options.from_line)) {
      options.from_line = parseInt(options.from_line);
    }
    if (Number.isInteger(options.from_line)) {
      if (options.from_line <= 0) {
        throw new Error(
          `Invalid Option: from_line must be a positive integer greater than 0, got ${JSON.stringify(opts.from_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: from_line must be an integer, got ${JSON.stringify(opts.from_line)}`
      );
    }
  }
  if (options.ignore_last_delimiters === void 0 || options.ignore_last_delimiters === null) {
    options.ignore_last_delimiters = false;
  } else if (typeof options.ignore_last_delimiters === "number") {
    options.ignore_last_delimiters = Math.floor(options.ignore_last_delimiters);
    if (options.ignore_last_delimiters === 0) {
      options.ignore_last_delimiters = false;
    }
  } else if (typeof options.ignore_last_delimiters !== "boolean") {
    throw new CsvError(
      "CSV_INVALID_OPTION_IGNORE_LAST_DELIMITERS",
      [
        "Invalid option `ignore_last_delimiters`:",
        "the value must be a boolean value or an integer,",
        `got ${JSON.stringify(options.ignore_last_delimiters)}`
      ],
      options
    );
  }
  if (options.ignore_last_delimiters === true && options.columns === false) {
    throw new CsvError(
      "CSV_IGNORE_LAST_DELIMITERS_REQUIRES_COLUMNS",
      [
        "The option `ignore_last_delimiters`",
        "requires the activation of the `columns` option"
      ],
      options
    );
  }
  if (options.info === void 0 || options.info === null || options.info === false) {
    options.info = false;
  } else if (options.info !== true) {
    throw new Error(
      `Invalid Option: info must be true, got ${JSON.stringify(options.info)}`
    );
  }
  if (options.max_record_size === void 0 || options.max_record_size === null || options.max_record_size === false) {
    options.max_record_size = 0;
  } else if (Number.isInteger(options.max_record_size) && options.max_record_size >= 0) {
  } else if (typeof options.max_record_size === "string" && /\d+/.test(options.max_record_size)) {
    options.max_record_size = parseInt(options.max_record_size);
  } else {
    throw new Error(
      `Invalid Option: max_record_size must be a positive integer, got ${JSON.stringify(options.max_record_size)}`
    );
  }
  if (options.objname === void 0 || options.objname === null || options.objname === false) {
    options.objname = void 0;
  } else if (Buffer.isBuffer(options.objname)) {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty buffer`);
    }
    if (options.encoding === null) {
    } else {
      options.objname = options.objname.toString(options.encoding);
    }
  } else if (typeof options.objname === "string") {
    if (options.objname.length === 0) {
      throw new Error(`Invalid Option: objname must be a non empty string`);
    }
  } else if (typeof options.objname === "number") {
  } else {
    throw new Error(
      `Invalid Option: objname must be a string or a buffer, got ${options.objname}`
    );
  }
  if (options.objname !== void 0) {
    if (typeof options.objname === "number") {
      if (options.columns !== false) {
        throw Error(
          "Invalid Option: objname index cannot be combined with columns or be defined as a field"
        );
      }
    } else {
      if (options.columns === false) {
        throw Error(
          "Invalid Option: objname field must be combined with columns or be defined as an index"
        );
      }
    }
  }
  if (options.on_record === void 0 || options.on_record === null) {
    options.on_record = void 0;
  } else if (typeof options.on_record !== "function") {
    throw new CsvError(
      "CSV_INVALID_OPTION_ON_RECORD",
      [
        "Invalid option `on_record`:",
        "expect a function,",
        `got ${JSON.stringify(options.on_record)}`
      ],
      options
    );
  }
  if (options.on_skip !== void 0 && options.on_skip !== null && typeof options.on_skip !== "function") {
    throw new Error(
      `Invalid Option: on_skip must be a function, got ${JSON.stringify(options.on_skip)}`
    );
  }
  if (options.quote === null || options.quote === false || options.quote === "") {
    options.quote = null;
  } else {
    if (options.quote === void 0 || options.quote === true) {
      options.quote = Buffer.from('"', options.encoding);
    } else if (typeof options.quote === "string") {
      options.quote = Buffer.from(options.quote, options.encoding);
    }
    if (!Buffer.isBuffer(options.quote)) {
      throw new Error(
        `Invalid Option: quote must be a buffer or a string, got ${JSON.stringify(options.quote)}`
      );
    }
  }
  if (options.raw === void 0 || options.raw === null || options.raw === false) {
    options.raw = false;
  } else if (options.raw !== true) {
    throw new Error(
      `Invalid Option: raw must be true, got ${JSON.stringify(options.raw)}`
    );
  }
  if (options.record_delimiter === void 0) {
    options.record_delimiter = [];
  } else if (typeof options.record_delimiter === "string" || Buffer.isBuffer(options.record_delimiter)) {
    if (options.record_delimiter.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer,",
          `got ${JSON.stringify(options.record_delimiter)}`
        ],
        options
      );
    }
    options.record_delimiter = [options.record_delimiter];
  } else if (!Array.isArray(options.record_delimiter)) {
    throw new CsvError(
      "CSV_INVALID_OPTION_RECORD_DELIMITER",
      [
        "Invalid option `record_delimiter`:",
        "value must be a string, a buffer or array of string|buffer,",
        `got ${JSON.stringify(options.record_delimiter)}`
      ],
      options
    );
  }
  options.record_delimiter = options.record_delimiter.map(function(rd, i) {
    if (typeof rd !== "string" && !Buffer.isBuffer(rd)) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a string, a buffer or array of string|buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    } else if (rd.length === 0) {
      throw new CsvError(
        "CSV_INVALID_OPTION_RECORD_DELIMITER",
        [
          "Invalid option `record_delimiter`:",
          "value must be a non empty string or buffer",
          `at index ${i},`,
          `got ${JSON.stringify(rd)}`
        ],
        options
      );
    }
    if (typeof rd === "string") {
      rd = Buffer.from(rd, options.encoding);
    }
    return rd;
  });
  if (typeof options.relax_column_count === "boolean") {
  } else if (options.relax_column_count === void 0 || options.relax_column_count === null) {
    options.relax_column_count = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count must be a boolean, got ${JSON.stringify(options.relax_column_count)}`
    );
  }
  if (typeof options.relax_column_count_less === "boolean") {
  } else if (options.relax_column_count_less === void 0 || options.relax_column_count_less === null) {
    options.relax_column_count_less = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_less must be a boolean, got ${JSON.stringify(options.relax_column_count_less)}`
    );
  }
  if (typeof options.relax_column_count_more === "boolean") {
  } else if (options.relax_column_count_more === void 0 || options.relax_column_count_more === null) {
    options.relax_column_count_more = false;
  } else {
    throw new Error(
      `Invalid Option: relax_column_count_more must be a boolean, got ${JSON.stringify(options.relax_column_count_more)}`
    );
  }
  if (typeof options.relax_quotes === "boolean") {
  } else if (options.relax_quotes === void 0 || options.relax_quotes === null) {
    options.relax_quotes = false;
  } else {
    throw new Error(
      `Invalid Option: relax_quotes must be a boolean, got ${JSON.stringify(options.relax_quotes)}`
    );
  }
  if (typeof options.skip_empty_lines === "boolean") {
  } else if (options.skip_empty_lines === void 0 || options.skip_empty_lines === null) {
    options.skip_empty_lines = false;
  } else {
    throw new Error(
      `Invalid Option: skip_empty_lines must be a boolean, got ${JSON.stringify(options.skip_empty_lines)}`
    );
  }
  if (typeof options.skip_records_with_empty_values === "boolean") {
  } else if (options.skip_records_with_empty_values === void 0 || options.skip_records_with_empty_values === null) {
    options.skip_records_with_empty_values = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_empty_values must be a boolean, got ${JSON.stringify(options.skip_records_with_empty_values)}`
    );
  }
  if (typeof options.skip_records_with_error === "boolean") {
  } else if (options.skip_records_with_error === void 0 || options.skip_records_with_error === null) {
    options.skip_records_with_error = false;
  } else {
    throw new Error(
      `Invalid Option: skip_records_with_error must be a boolean, got ${JSON.stringify(options.skip_records_with_error)}`
    );
  }
  if (options.rtrim === void 0 || options.rtrim === null || options.rtrim === false) {
    options.rtrim = false;
  } else if (options.rtrim !== true) {
    throw new Error(
      `Invalid Option: rtrim must be a boolean, got ${JSON.stringify(options.rtrim)}`
    );
  }
  if (options.ltrim === void 0 || options.ltrim === null || options.ltrim === false) {
    options.ltrim = false;
  } else if (options.ltrim !== true) {
    throw new Error(
      `Invalid Option: ltrim must be a boolean, got ${JSON.stringify(options.ltrim)}`
    );
  }
  if (options.trim === void 0 || options.trim === null || options.trim === false) {
    options.trim = false;
  } else if (options.trim !== true) {
    throw new Error(
      `Invalid Option: trim must be a boolean, got ${JSON.stringify(options.trim)}`
    );
  }
  if (options.trim === true && opts.ltrim !== false) {
    options.ltrim = true;
  } else if (options.ltrim !== true) {
    options.ltrim = false;
  }
  if (options.trim === true && opts.rtrim !== false) {
    options.rtrim = true;
  } else if (options.rtrim !== true) {
    options.rtrim = false;
  }
  if (options.to === void 0 || options.to === null) {
    options.to = -1;
  } else if (options.to !== -1) {
    if (typeof options.to === "string" && /\d+/.test(options.to)) {
      options.to = parseInt(options.to);
    }
    if (Number.isInteger(options.to)) {
      if (options.to <= 0) {
        throw new Error(
          `Invalid Option: to must be a positive integer greater than 0, got ${JSON.stringify(opts.to)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to must be an integer, got ${JSON.stringify(opts.to)}`
      );
    }
  }
  if (options.to_line === void 0 || options.to_line === null) {
    options.to_line = -1;
  } else if (options.to_line !== -1) {
    if (typeof options.to_line === "string" && /\d+/.test(options.to_line)) {
      options.to_line = parseInt(options.to_line);
    }
    if (Number.isInteger(options.to_line)) {
      if (options.to_line <= 0) {
        throw new Error(
          `Invalid Option: to_line must be a positive integer greater than 0, got ${JSON.stringify(opts.to_line)}`
        );
      }
    } else {
      throw new Error(
        `Invalid Option: to_line must be an integer, got ${JSON.stringify(opts.to_line)}`
      );
    }
  }
  return options;
};

// node_modules/csv-parse/lib/utils/delimiter_discover.js
var delimiter_discover = function(records, options) {
  if (!options) {
    ({ delimiter_auto: options } = normalize_options({ delimiter_auto: true }));
  }
  if (typeof records === "string") {
    records = Buffer.from(records);
  }
  if (Buffer.isBuffer(records)) {
    records = ((data) => {
      const records2 = [];
      const parser = transform({ delimiter: [] });
      const push = (record) => records2.push(record);
      const close = () => {
      };
      const error = parser.parse(data, true, push, close);
      if (error !== void 0) throw error;
      return records2;
    })(records);
  }
  const info = Array(127).fill().map(() => ({ lines: [] }));
  records.map(([record], line) => {
    for (let i = 0, l = record.length; i < l; i++) {
      const code = record.charCodeAt(i);
      if (info[code].lines[line] === void 0) info[code].lines[line] = 0;
      info[code].lines[line]++;
    }
  });
  info.map((info2, i) => {
    info2.char_code = i;
    info2.std = std(info2.lines);
    info2.total = info2.lines.reduce((acc, val) => acc + val, 0);
    info2.preferred = !!options.preferred[i];
    info2.score = options.score(info2, options);
  });
  const result = info.reduce(
    (acc, info2) => acc.score > info2.score ? acc : info2,
    {}
  );
  return String.fromCharCode(result.char_code);
};
var std = function(array) {
  const n = array.length;
  if (n === 0) return 0;
  const mean = array.reduce((a, b) => a + b) / n;
  return Math.sqrt(
    array.map((x) => Math.pow(x - mean, 2)).reduce((a, b) => a + b) / n
  );
};

// node_modules/csv-parse/lib/api/index.js
var isRecordEmpty = function(record) {
  return record.every(
    (field) => field == null || field.toString && field.toString().trim() === ""
  );
};
var cr = 13;
var nl = 10;
var boms = {
  // Note, the following are equals:
  // Buffer.from("\ufeff")
  // Buffer.from([239, 187, 191])
  // Buffer.from('EFBBBF', 'hex')
  utf8: Buffer.from([239, 187, 191]),
  // Note, the following are equals:
  // Buffer.from "\ufeff", 'utf16le
  // Buffer.from([255, 254])
  utf16le: Buffer.from([255, 254])
};
var transform = function(original_options = {}) {
  const info = {
    bytes: 0,
    bytes_records: 0,
    comment_lines: 0,
    empty_lines: 0,
    invalid_field_length: 0,
    lines: 1,
    records: 0
  };
  const options = normalize_options(original_options);
  return {
    info,
    original_options,
    options,
    state: init_state(options),
    __needMoreData: function(i, bufLen, end) {
      if (end) return false;
      const { encoding, escape, quote } = this.options;
      const { quoting, needMoreDataSize, recordDelimiterMaxLength } = this.state;
      const numOfCharLeft = bufLen - i - 1;
      const requiredLength = Math.max(
        needMoreDataSize,
        // Skip if the remaining buffer smaller than record delimiter
        // If "record_delimiter" is yet to be discovered:
        // 1. It is equals to `[]` and "recordDelimiterMaxLength" equals `0`
        // 2. We set the length to windows line ending in the current encoding
        // Note, that encoding is known from user or bom discovery at that point
        // recordDelimiterMaxLength,
        recordDelimiterMaxLength === 0 ? Buffer.from("\r\n", encoding).length : recordDelimiterMaxLength,
        // Skip if remaining buffer can be an escaped quote
        quoting ? (escape === null ? 0 : escape.length) + quote.length : 0,
        // Skip if remaining buffer can be record delimiter following the closing quote
        quoting ? quote.length + recordDelimiterMaxLength : 0
      );
      return numOfCharLeft < requiredLength;
    },
    // Central parser implementation
    parse: function(nextBuf, end, push, close) {
      const {
        bom,
        comment_no_infix,
        delimiter_auto,
        encoding,
        from_line,
        ltrim,
        max_record_size,
        raw,
        relax_quotes,
        rtrim,
        skip_empty_lines,
        to,
        to_line
      } = this.options;
      let { comment, escape, quote, record_delimiter } = this.options;
      const {
        bomSkipped,
        delimiterDiscovered,
        delimiterBufPrevious,
        rawBuffer,
        escapeIsQuote
      } = this.state;
      if (!delimiterDiscovered && delimiter_auto) {
        let delimiterBuf;
        if (delimiterBufPrevious === void 0) {
          delimiterBuf = nextBuf;
        } else if (delimiterBufPrevious !== void 0 && nextBuf === void 0) {
          delimiterBuf = delimiterBufPrevious;
        } else {
          delimiterBuf = Buffer.concat([delimiterBufPrevious, nextBuf]);
        }
        nextBuf = void 0;
        if (end || delimiterBuf.length > delimiter_auto.size) {
          this.options.delimiter = [
            Buffer.from(
              delimiter_discover(delimiterBuf, this.options.delimiter_auto)
            )
          ];
          this.state.previousBuf = delimiterBuf;
          this.state.delimiterBufPrevious = void 0;
          this.state.delimiterDiscovered = true;
        } else {
          this.state.delimiterBufPrevious = delimiterBuf;
          return;
        }
      }
      const { previousBuf } = this.state;
      let buf;
      if (previousBuf === void 0) {
        if (nextBuf === void 0) {
          close();
          return;
        } else {
          buf = nextBuf;
        }
      } else if (previousBuf !== void 0 && nextBuf === void 0) {
        buf = previousBuf;
      } else {
        buf = Buffer.concat([previousBuf, nextBuf]);
      }
      if (bomSkipped === false) {
        if (bom === false) {
          this.state.bomSkipped = true;
        } else if (buf.length < 3) {
          if (end === false) {
            this.state.previousBuf = buf;
            return;
          }
        } else {
          for (const encoding2 in boms) {
            if (boms[encoding2].compare(buf, 0, boms[encoding2].length) === 0) {
              const bomLength = boms[encoding2].length;
              this.state.bufBytesStart += bomLength;
              buf = buf.slice(bomLength);
              const options2 = normalize_options({
                ...this.original_options,
                encoding: encoding2
              });
              for (const key in options2) {
                this.options[key] = options2[key];
              }
              ({ comment, escape, quote } = this.options);
              break;
            }
          }
          this.state.bomSkipped = true;
        }
      }
      const bufLen = buf.length;
      let pos;
      for (pos = 0; pos < bufLen; pos++) {
        if (this.__needMoreData(pos, bufLen, end)) {
          break;
        }
        if (this.state.wasRowDelimiter === true) {
          this.info.lines++;
          this.state.wasRowDelimiter = false;
        }
        if (to_line !== -1 && this.info.lines > to_line) {
          this.state.stop = true;
          close();
          return;
        }
        if (this.state.quoting === false && record_delimiter.length === 0) {
          const record_delimiterCount = this.__autoDiscoverRecordDelimiter(
            buf,
            pos
          );
          if (record_delimiterCount) {
            record_delimiter = this.options.record_delimiter;
          }
        }
        const chr = buf[pos];
        if (raw === true) {
          rawBuffer.append(chr);
        }
        if ((chr === cr || chr === nl) && this.state.wasRowDelimiter === false) {
          this.state.wasRowDelimiter = true;
        }
        if (this.state.escaping === true) {
          this.state.escaping = false;
        } else {
          if (escape !== null && this.state.quoting === true && this.__isEscape(buf, pos, chr) && pos + escape.length < bufLen) {
            if (escapeIsQuote) {
              if (this.__isQuote(buf, pos + escape.length)) {
                this.state.escaping = true;
                pos += escape.length - 1;
                continue;
              }
            } else {
              this.state.escaping = true;
              pos += escape.length - 1;
              continue;
            }
          }
          if (this.state.commenting === false && this.__isQuote(buf, pos)) {
            if (this.state.quoting === true) {
              const nextChr = buf[pos + quote.length];
              const isNextChrTrimable = rtrim && this.__isCharTrimable(buf, pos + quote.length);
              const isNextChrComment = comment !== null && this.__compareBytes(comment, buf, pos + quote.length, nextChr);
              const isNextChrDelimiter = this.__isDelimiter(
                buf,
                pos + quote.length,
                nextChr
              );
              const isNextChrRecordDelimiter = record_delimiter.length === 0 ? this.__autoDiscoverRecordDelimiter(buf, pos + quote.length) : this.__isRecordDelimiter(nextChr, buf, pos + quote.length);
              if (escape !== null && this.__isEscape(buf, pos, chr) && this.__isQuote(buf, pos + escape.length)) {
                pos += escape.length - 1;
              } else if (!nextChr || isNextChrDelimiter || isNextChrRecordDelimiter || isNextChrComment || isNextChrTrimable) {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                pos += quote.length - 1;
                continue;
              } else if (relax_quotes === false) {
                const err = this.__error(
                  new CsvError(
                    "CSV_INVALID_CLOSING_QUOTE",
                    [
                      "Invalid Closing Quote:",
                      `got "${String.fromCharCode(nextChr)}"`,
                      `at line ${this.info.lines}`,
                      "instead of delimiter, record delimiter, trimable character",
                      "(if activated) or comment"
                    ],
                    this.options,
                    this.__infoField()
                  )
                );
                if (err !== void 0) return err;
              } else {
                this.state.quoting = false;
                this.state.wasQuoting = true;
                this.state.field.prepend(quote);
                pos += quote.length - 1;
              }
            } else {
              if (this.state.field.length !== 0) {
                if (relax_quotes === false) {
                  const info2 = this.__infoField();
                  const bom2 = Object.keys(boms).map(
                    (b) => boms[b].equals(this.state.field.toString()) ? b : false
                  ).filter(Boolean)[0];
                  const err = this.__error(
                    new CsvError(
                      "INVALID_OPENING_QUOTE",
                      [
                        "Invalid Opening Quote:",
                        `a quote is found on field ${JSON.stringify(info2.column)} at line ${info2.lines}, value is ${JSON.stringify(this.state.field.toString(encoding))}`,
                        bom2 ? `(${bom2} bom)` : void 0
                      ],
                      this.options,
                      info2,
                      {
                        field: this.state.field
                      }
                    )
                  );
                  if (err !== void 0) return err;
                }
              } else {
                this.state.quoting = true;
                pos += quote.length - 1;
                continue;
              }
            }
          }
          if (this.state.quoting === false) {
            const recordDelimiterLength = this.__isRecordDelimiter(
              chr,
              buf,
              pos
            );
            if (recordDelimiterLength !== 0) {
              const skipCommentLine = this.state.commenting && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0;
              if (skipCommentLine) {
                this.info.comment_lines++;
              } else {
                if (this.state.enabled === false && this.info.lines + (this.state.wasRowDelimiter === true ? 1 : 0) >= from_line) {
                  this.state.enabled = true;
                  this.__resetField();
                  this.__resetRecord();
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                if (skip_empty_lines === true && this.state.wasQuoting === false && this.state.record.length === 0 && this.state.field.length === 0) {
                  this.info.empty_lines++;
                  pos += recordDelimiterLength - 1;
                  continue;
                }
                this.info.bytes = this.state.bufBytesStart + pos;
                const errField = this.__onField();
                if (errField !== void 0) return errField;
                this.info.bytes = this.state.bufBytesStart + pos + recordDelimiterLength;
                const errRecord = this.__onRecord(push);
                if (errRecord !== void 0) return errRecord;
                if (to !== -1 && this.info.records >= to) {
                  this.state.stop = true;
                  close();
                  return;
                }
              }
              this.state.commenting = false;
              pos += recordDelimiterLength - 1;
              continue;
            }
            if (this.state.commenting) {
              continue;
            }
            if (comment !== null && (comment_no_infix === false || this.state.record.length === 0 && this.state.field.length === 0)) {
              const commentCount = this.__compareBytes(comment, buf, pos, chr);
              if (commentCount !== 0) {
                this.state.commenting = true;
                continue;
              }
            }
            const delimiterLength = this.__isDelimiter(buf, pos, chr);
            if (delimiterLength !== 0) {
              this.info.bytes = this.state.bufBytesStart + pos;
              const errField = this.__onField();
              if (errField !== void 0) return errField;
              pos += delimiterLength - 1;
              continue;
            }
          }
        }
        if (this.state.commenting === false) {
          if (max_record_size !== 0 && this.state.record_length + this.state.field.length > max_record_size) {
            return this.__error(
              new CsvError(
                "CSV_MAX_RECORD_SIZE",
                [
                  "Max Record Size:",
                  "record exceed the maximum number of tolerated bytes",
                  `of ${max_record_size}`,
                  `at line ${this.info.lines}`
                ],
                this.options,
                this.__infoField()
              )
            );
          }
        }
        const lappend = ltrim === false || this.state.quoting === true || this.state.field.length !== 0 || !this.__isCharTrimable(buf, pos);
        const rappend = rtrim === false || this.state.wasQuoting === false;
        if (lappend === true && rappend === true) {
          this.state.field.append(chr);
        } else if (rtrim === true && !this.__isCharTrimable(buf, pos)) {
          return this.__error(
            new CsvError(
              "CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE",
              [
                "Invalid Closing Quote:",
                "found non trimable byte after quote",
                `at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
        } else {
          if (lappend === false) {
            pos += this.__isCharTrimable(buf, pos) - 1;
          }
          continue;
        }
      }
      if (end === true) {
        if (this.state.quoting === true) {
          const err = this.__error(
            new CsvError(
              "CSV_QUOTE_NOT_CLOSED",
              [
                "Quote Not Closed:",
                `the parsing is finished with an opening quote at line ${this.info.lines}`
              ],
              this.options,
              this.__infoField()
            )
          );
          if (err !== void 0) return err;
        } else {
          if (this.state.wasQuoting === true || this.state.record.length !== 0 || this.state.field.length !== 0) {
            this.info.bytes = this.state.bufBytesStart + pos;
            const errField = this.__onField();
            if (errField !== void 0) return errField;
            const errRecord = this.__onRecord(push);
            if (errRecord !== void 0) return errRecord;
          } else if (this.state.wasRowDelimiter === true) {
            this.info.empty_lines++;
          } else if (this.state.commenting === true) {
            this.info.comment_lines++;
          }
        }
      } else {
        this.state.bufBytesStart += pos;
        this.state.previousBuf = buf.slice(pos);
      }
      if (this.state.wasRowDelimiter === true) {
        this.info.lines++;
        this.state.wasRowDelimiter = false;
      }
    },
    __onRecord: function(push) {
      const {
        columns,
        group_columns_by_name,
        encoding,
        info: info2,
        from,
        relax_column_count,
        relax_column_count_less,
        relax_column_count_more,
        raw,
        skip_records_with_empty_values
      } = this.options;
      const { enabled, record } = this.state;
      if (enabled === false) {
        return this.__resetRecord();
      }
      const recordLength = record.length;
      if (columns === true) {
        if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
          this.__resetRecord();
          return;
        }
        return this.__firstLineToColumns(record);
      }
      if (columns === false && this.info.records === 0) {
        this.state.expectedRecordLength = recordLength;
      }
      if (recordLength !== this.state.expectedRecordLength) {
        const err = columns === false ? new CsvError(
          "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH",
          [
            "Invalid Record Length:",
            `expect ${this.state.expectedRecordLength},`,
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        ) : new CsvError(
          "CSV_RECORD_INCONSISTENT_COLUMNS",
          [
            "Invalid Record Length:",
            `columns length is ${columns.length},`,
            // rename columns
            `got ${recordLength} on line ${this.info.lines}`
          ],
          this.options,
          this.__infoField(),
          {
            record
          }
        );
        if (relax_column_count === true || relax_column_count_less === true && recordLength < this.state.expectedRecordLength || relax_column_count_more === true && recordLength > this.state.expectedRecordLength) {
          this.info.invalid_field_length++;
          this.state.error = err;
        } else {
          const finalErr = this.__error(err);
          if (finalErr) return finalErr;
        }
      }
      if (skip_records_with_empty_values === true && isRecordEmpty(record)) {
        this.__resetRecord();
        return;
      }
      if (this.state.recordHasError === true) {
        this.__resetRecord();
        this.state.recordHasError = false;
        return;
      }
      this.info.records++;
      if (from === 1 || this.info.records >= from) {
        const { objname } = this.options;
        if (columns !== false) {
          const obj = {};
          for (let i = 0, l = record.length; i < l; i++) {
            if (columns[i] === void 0 || columns[i].disabled) continue;
            if (group_columns_by_name === true && Object.hasOwn(obj, columns[i].name)) {
              if (Array.isArray(obj[columns[i].name])) {
                obj[columns[i].name] = obj[columns[i].name].concat(record[i]);
              } else {
                obj[columns[i].name] = [obj[columns[i].name], record[i]];
              }
            } else {
              Object.defineProperty(obj, columns[i].name, {
                value: record[i],
                enumerable: true,
                writable: true,
                configurable: true
              });
            }
          }
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record: obj },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [obj[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? obj : [obj[objname], obj],
              push
            );
            if (err) {
              return err;
            }
          }
        } else {
          if (raw === true || info2 === true) {
            const extRecord = Object.assign(
              { record },
              raw === true ? { raw: this.state.rawBuffer.toString(encoding) } : {},
              info2 === true ? { info: this.__infoRecord() } : {}
            );
            const err = this.__push(
              objname === void 0 ? extRecord : [record[objname], extRecord],
              push
            );
            if (err) {
              return err;
            }
          } else {
            const err = this.__push(
              objname === void 0 ? record : [record[objname], record],
              push
            );
            if (err) {
              return err;
            }
          }
        }
      }
      this.__resetRecord();
    },
    __firstLineToColumns: function(record) {
      const { firstLineToHeaders } = this.state;
      try {
        const headers = firstLineToHeaders === void 0 ? record : firstLineToHeaders.call(null, record);
        if (!Array.isArray(headers)) {
          return this.__error(
            new CsvError(
              "CSV_INVALID_COLUMN_MAPPING",
              [
                "Invalid Column Mapping:",
                "expect an array from column function,",
                `got ${JSON.stringify(headers)}`
              ],
              this.options,
              this.__infoField(),
              {
                headers
              }
            )
          );
        }
        const normalizedHeaders = normalize_columns_array(headers);
        this.state.expectedRecordLength = normalizedHeaders.length;
        this.options.columns = normalizedHeaders;
        this.__resetRecord();
        return;
      } catch (err) {
        return err;
      }
    },
    __resetRecord: function() {
      if (this.options.raw === true) {
        this.state.rawBuffer.reset();
      }
      this.state.error = void 0;
      this.state.record = [];
      this.state.record_length = 0;
    },
    __onField: function() {
      const { cast, encoding, rtrim, max_record_size } = this.options;
      const { enabled, wasQuoting } = this.state;
      if (enabled === false) {
        return this.__resetField();
      }
      let field = this.state.field.toString(encoding);
      if (rtrim === true && wasQuoting === false) {
        field = field.trimRight();
      }
      if (cast === true) {
        const [err, f] = this.__cast(field);
        if (err !== void 0) return err;
        field = f;
      }
      this.state.record.push(field);
      if (max_record_size !== 0 && typeof field === "string") {
        this.state.record_length += field.length;
      }
      this.__resetField();
    },
    __resetField: function() {
      this.state.field.reset();
      this.state.wasQuoting = false;
    },
    __push: function(record, push) {
      const { on_record } = this.options;
      if (on_record !== void 0) {
        const info2 = this.__infoRecord();
        try {
          record = on_record.call(null, record, info2);
        } catch (err) {
          return err;
        }
        if (record === void 0 || record === null) {
          return;
        }
      }
      this.info.bytes_records += this.info.bytes;
      push(record);
    },
    // Return a tuple with the error and the casted value
    __cast: function(field) {
      const { columns, relax_column_count } = this.options;
      const isColumns = Array.isArray(columns);
      if (isColumns === true && relax_column_count && this.options.columns.length <= this.state.record.length) {
        return [void 0, void 0];
      }
      if (this.state.castField !== null) {
        try {
          const info2 = this.__infoField();
          return [void 0, this.state.castField.call(null, field, info2)];
        } catch (err) {
          return [err];
        }
      }
      if (this.__isFloat(field)) {
        return [void 0, parseFloat(field)];
      } else if (this.options.cast_date !== false) {
        const info2 = this.__infoField();
        return [void 0, this.options.cast_date.call(null, field, info2)];
      }
      return [void 0, field];
    },
    __compareBytes: function(sourceBuf, targetBuf, targetPos, firstByte) {
      if (sourceBuf[0] !== firstByte) return 0;
      const sourceLength = sourceBuf.length;
      for (let i = 1; i < sourceLength; i++) {
        if (sourceBuf[i] !== targetBuf[targetPos + i]) return 0;
      }
      return sourceLength;
    },
    // Helper to test if a character is trimable
    __isCharTrimable: function(buf, pos) {
      const { timchars, timcharFirstBytes } = this.state;
      const first2 = buf[pos];
      if (first2 === void 0 || timcharFirstBytes[first2] === 0) return 0;
      loop1: for (let i = 0; i < timchars.length; i++) {
        const timchar = timchars[i];
        for (let j = 0; j < timchar.length; j++) {
          if (timchar[j] !== buf[pos + j]) continue loop1;
        }
        return timchar.length;
      }
      return 0;
    },
    __isDelimiter: function(buf, pos, chr) {
      const { delimiter, ignore_last_delimiters } = this.options;
      if (ignore_last_delimiters === true && this.state.record.length === this.options.columns.length - 1) {
        return 0;
      } else if (ignore_last_delimiters !== false && typeof ignore_last_delimiters === "number" && this.state.record.length === ignore_last_delimiters - 1) {
        return 0;
      }
      loop1: for (let i = 0; i < delimiter.length; i++) {
        const del = delimiter[i];
        if (del[0] === chr) {
          for (let j = 1; j < del.length; j++) {
            if (del[j] !== buf[pos + j]) continue loop1;
          }
          return del.length;
        }
      }
      return 0;
    },
    __isEscape: function(buf, pos, chr) {
      const { escape } = this.options;
      if (escape === null) return false;
      const l = escape.length;
      if (escape[0] === chr) {
        for (let i = 0; i < l; i++) {
          if (escape[i] !== buf[pos + i]) {
            return false;
          }
        }
        return true;
      }
      return false;
    },
    __isFloat: function(value) {
      return value - parseFloat(value) + 1 >= 0;
    },
    // Keep it in case we implement the `cast_int` option
    // __isInt(value){
    //   // return Number.isInteger(parseInt(value))
    //   // return !isNaN( parseInt( obj ) );
    //   return /^(\-|\+)?[1-9][0-9]*$/.test(value)
    // }
    __isQuote: function(buf, pos) {
      const { quote } = this.options;
      if (quote === null) return false;
      const l = quote.length;
      for (let i = 0; i < l; i++) {
        if (quote[i] !== buf[pos + i]) {
          return false;
        }
      }
      return true;
    },
    __isRecordDelimiter: function(chr, buf, pos) {
      const { record_delimiter } = this.options;
      const recordDelimiterLength = record_delimiter.length;
      loop1: for (let i = 0; i < recordDelimiterLength; i++) {
        const rd = record_delimiter[i];
        const rdLength = rd.length;
        if (rd[0] !== chr) {
          continue;
        }
        for (let j = 1; j < rdLength; j++) {
          if (rd[j] !== buf[pos + j]) {
            continue loop1;
          }
        }
        return rd.length;
      }
      return 0;
    },
    __autoDiscoverRecordDelimiter: function(buf, pos) {
      const { encoding } = this.options;
      const rds = [
        // Important, the windows line ending must be before mac os 9
        Buffer.from("\r\n", encoding),
        Buffer.from("\n", encoding),
        Buffer.from("\r", encoding)
      ];
      loop: for (let i = 0; i < rds.length; i++) {
        const l = rds[i].length;
        for (let j = 0; j < l; j++) {
          if (rds[i][j] !== buf[pos + j]) {
            continue loop;
          }
        }
        this.options.record_delimiter.push(rds[i]);
        this.state.recordDelimiterMaxLength = rds[i].length;
        return rds[i].length;
      }
      return 0;
    },
    __error: function(msg) {
      const { encoding, raw, skip_records_with_error } = this.options;
      const err = typeof msg === "string" ? new Error(msg) : msg;
      if (skip_records_with_error) {
        this.state.recordHasError = true;
        if (this.options.on_skip !== void 0) {
          try {
            this.options.on_skip(
              err,
              raw ? this.state.rawBuffer.toString(encoding) : void 0
            );
          } catch (err2) {
            return err2;
          }
        }
        return void 0;
      } else {
        return err;
      }
    },
    __infoDataSet: function() {
      return {
        ...this.info,
        columns: this.options.columns
      };
    },
    __infoRecord: function() {
      const { columns, raw, encoding } = this.options;
      return {
        ...this.__infoDataSet(),
        bytes_records: this.info.bytes,
        error: this.state.error,
        header: columns === true,
        index: this.state.record.length,
        raw: raw ? this.state.rawBuffer.toString(encoding) : void 0
      };
    },
    __infoField: function() {
      const { columns } = this.options;
      const isColumns = Array.isArray(columns);
      const bytes_records = this.info.bytes_records;
      return {
        ...this.__infoRecord(),
        bytes_records,
        column: isColumns === true ? columns.length > this.state.record.length ? columns[this.state.record.length].name : null : this.state.record.length,
        quoting: this.state.wasQuoting
      };
    }
  };
};

// node_modules/csv-parse/lib/sync.js
var parse = function(data, opts = {}) {
  if (typeof data === "string") {
    data = Buffer.from(data);
  }
  const records = opts && opts.objname ? /* @__PURE__ */ Object.create(null) : [];
  const parser = transform(opts);
  const push = (record) => {
    if (parser.options.objname === void 0) records.push(record);
    else {
      records[record[0]] = record[1];
    }
  };
  const close = () => {
  };
  const error = parser.parse(data, true, push, close);
  if (error !== void 0) throw error;
  return records;
};

// src/formats/metrics/metric-file-names.ts
var metricWords = /(?:^|[-_. ])(?:metrics?|results?|history|scores?|loss(?:es)?|logs?|scalars|progress|summary|trainer_state|eval(?:uation)?|accuracy)(?=[-_. \d]|$)/i;
var otherWords = /config|args|param|setting|tokenizer|vocab|index|environment|manifest|package|schema|requirements|map\b|labels?\b|classes/i;
function namedLikeMetrics(path) {
  const baseName = path.slice(path.lastIndexOf("/") + 1);
  return metricWords.test(baseName) && !otherWords.test(baseName);
}

// src/formats/metrics/remains.ts
import { createHash } from "node:crypto";
var maxSeries = 2e4;
var maxCharacters = 64 * 1024;
var shownCharacters = 100;
var clock = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?: ?[AP]M)?`;
var clockInName = String.raw`\d{2}-\d{2}-\d{2}|\d{6}`;
var volatileTexts = [
  new RegExp(
    String.raw`^\d{4}[-/]?\d{2}[-/]?\d{2}(?:[T _-](?:${clock}|${clockInName}))?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$`
  ),
  /^(?:[A-Z][a-z]{2},? )(?:\d{1,2} )?[A-Z][a-z]{2} .*\d{2}:\d{2}:\d{2}.*$/,
  new RegExp(String.raw`^(?:\d+ days?,? )?${clock}$`),
  /^\d+(?:\.\d+)? ?(?:ns|us|µs|ms|s|sec|secs|seconds?|min|minutes?|h|hours?)$/,
  /^\d+(?:\.\d+)? ?(?:(?:it|iter|step|sample|token|batch|[kMG]?i?B)s?\/(?:s|sec)|s\/(?:it|iter|step|batch))$/,
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i
];
function collectRemains() {
  const texts = /* @__PURE__ */ new Map();
  const volatile = /* @__PURE__ */ new Map();
  const add = (name, text2) => {
    if (volatileTexts.some((pattern) => text2.length < shownCharacters && pattern.test(text2.trim()))) {
      volatile.set(name, (volatile.get(name) ?? 0) + 1);
      return;
    }
    addExact(name, text2);
  };
  const addExact = (name, text2) => {
    const full2 = texts.size >= maxSeries && !texts.has(name);
    const points = texts.get(full2 ? "" : name) ?? [];
    texts.set(full2 ? "" : name, points);
    points.push({ step: points.length, value: Number.NaN, text: bounded(full2 ? `${name}: ${text2}` : text2) });
  };
  const addTexts = (value, name) => {
    if (value.type === "map")
      for (const [key, inner] of value.items) addTexts(inner, name === "" ? key : `${name}/${key}`);
    else if (value.type === "list") for (const inner of value.items) addTexts(inner, name);
    else if (value.type !== "none" && numberFromScalar(value) === null) add(name, value.text);
  };
  return {
    add,
    addExact,
    addTexts: (value) => addTexts(value, ""),
    finish: () => ({
      series: [...texts].map(([name, points]) => ({
        name: `${name} (text)`,
        stepKind: "row",
        points,
        rewritten: 0,
        precision: "float64"
      })),
      notes: [...volatile].map(([name, count2]) => ({
        code: "TEXT_VOLATILE",
        message: `${count2} texts of ${JSON.stringify(name)} are times, durations or random ids, and were not compared.`
      }))
    })
  };
}
function digestText(content) {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
function bounded(text2) {
  return text2.length <= maxCharacters ? text2 : `${text2.slice(0, shownCharacters)}… ${digestText(text2)}`;
}

// src/formats/metrics/csv.ts
var maxBytes = 128 * 1024 * 1024;
var maxRowCharacters = 1e6;
var peekBytes = 64 * 1024;
var delimiters = ["	", ",", ";"];
var csv = {
  id: "csv",
  title: "CSV or TSV metrics",
  recognizes(source, path) {
    const head = peekText(source, peekBytes).replace(/^\u00ef\u00bb\u00bf/, "");
    if (/[\0-\u0008\u000e-\u001f]/.test(head) || /^\s*[[{<#]/.test(head)) return false;
    const lines = head.split(/\r\n|\n|\r/);
    const delimiter = delimiterOf(lines[0] ?? "", path);
    if (delimiter === null) return false;
    const cells = (line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    const header2 = cells(lines[0] ?? "");
    if (header2.length < 2 || header2.some((cell) => numberFromText(cell) !== null)) return false;
    const complete = source.byteLength <= peekBytes ? lines.slice(1) : lines.slice(1, -1);
    const rows = complete.filter((line) => line.trim() !== "").map(cells);
    const counted2 = header2.some((cell) => stepKindOf(cell) !== null);
    if (!counted2 && !namedLikeMetrics(path)) return false;
    if (rows.length === 0) return counted2;
    return header2.some((name, column) => stepKindOf(name) === null && isNumeric(rows.map((row) => row[column] ?? "")));
  },
  async read(source, path) {
    return readTable(source, path);
  }
};
function delimiterOf(header2, path) {
  const found = delimiters.filter((delimiter) => header2.includes(delimiter));
  const preferred = path.toLowerCase().endsWith(".tsv") ? "	" : ",";
  return found.find((delimiter) => delimiter === preferred) ?? found[0] ?? null;
}
function isNumeric(cells) {
  const present = cells.filter((cell) => !isAbsent(cell));
  return present.length > 0 && present.filter((cell) => numberFromText(cell) !== null).length >= 0.9 * present.length;
}
function readTable(source, path) {
  const text2 = readText(source, maxBytes);
  const delimiter = delimiterOf(text2.slice(0, peekBytes).split(/\r|\n/, 1)[0] ?? "", path) ?? ",";
  const records = parseTable(source, text2, delimiter);
  const notes = [];
  const remains = collectRemains();
  const header2 = uniqueNames(records[0] ?? [], notes);
  const body = records.slice(1);
  if (body.length === 0) notes.push({ code: "METRICS_EMPTY", message: "The table has no rows below its header." });
  const last2 = body.at(-1);
  if (last2 !== void 0 && last2.length < header2.length && !/[\r\n]$/.test(text2)) {
    body.pop();
    remains.add("(last row, cut off)", last2.join(delimiter));
    notes.push({ code: "PARTIAL", message: `Row ${records.length}, the last one, is cut off: compared as it stands.` });
  }
  const ragged = body.filter((record) => record.length < header2.length).length;
  if (ragged > 0)
    notes.push({
      code: "CSV_RAGGED",
      message: `${ragged} rows have fewer cells than the header; the rest counts as blank.`
    });
  const texts = /* @__PURE__ */ new Map();
  const rows = body.map((record, index) => {
    if (record.slice(header2.length).some((cell) => cell !== ""))
      throw new FormatProblem(
        "CSV_COLUMNS",
        `Row ${index + 2} has ${record.length} cells, the header ${header2.length}.`,
        {
          place: { file: source.name, line: index + 2 },
          remedy: "Write a value for each column of the header; quote cells that contain the delimiter."
        }
      );
    return rowOf(header2, record, (name, cell) => {
      texts.set(name, (texts.get(name) ?? 0) + 1);
      remains.add(name, cell);
    });
  });
  for (const [name, count2] of texts)
    notes.push({
      code: "TEXT_COLUMN",
      message: `${count2} cells of ${JSON.stringify(name)} are texts and make no points.`
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  const { series: others, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...others], notes: [...notes, ...more, ...aboutTexts] };
}
function rowOf(header2, record, isText) {
  const row = /* @__PURE__ */ new Map();
  header2.forEach((name, column) => {
    const cell = record[column] ?? "";
    const number = numberFromText(cell);
    if (number !== null) row.set(name, number);
    else if (!isAbsent(cell)) isText(name, cell);
  });
  return row;
}
function parseTable(source, text2, delimiter) {
  try {
    return parse(text2, {
      delimiter,
      bom: true,
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: maxRowCharacters
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === "number" ? error.lines : 1;
    throw new FormatProblem("CSV_SYNTAX", `The table cannot be read: ${error.message}.`, {
      place: { file: source.name, line },
      remedy: "Write the table with a CSV library; a quote that is opened must be closed.",
      cause: error
    });
  }
}
function uniqueNames(header2, notes) {
  const taken = /* @__PURE__ */ new Set();
  return header2.map((cell, column) => {
    const plain = cell.trim() === "" ? `column ${column + 1}` : cell.trim();
    let name = plain;
    for (let number = 2; taken.has(name); number++) name = `${plain} (${number})`;
    if (name !== plain)
      notes.push({ code: "CSV_DUPLICATE_COLUMN", message: `The column ${JSON.stringify(plain)} stands there twice.` });
    taken.add(name);
    return name;
  });
}

// src/formats/metrics/dvclive.ts
var dvclive = {
  id: "dvclive",
  title: "DVCLive's metrics",
  recognizes(source, path) {
    const name = nameOf(path);
    if (name === null) return false;
    const [header2 = ""] = peekText(source, 4096).split(/\r?\n/, 1);
    return /^(?:timestamp\t)?step\t[^\t]+$/.test(header2) && header2.endsWith(`	${lastPart(name, "latin1")}`);
  },
  async read(source, path, context) {
    const name = nameOf(path) ?? path;
    const column = lastPart(name, "utf8");
    const { series, notes } = await csv.read(source, path, context);
    const renamed = series.map(
      (one) => one.name === column || one.name.startsWith(`${column} (`) ? { ...one, name: `${name}${one.name.slice(column.length)}` } : one
    );
    return { series: renamed, notes };
  }
};
function nameOf(path) {
  return /(?:^|\/)plots\/metrics\/(.+)\.tsv$/.exec(path)?.[1] ?? null;
}
function lastPart(name, encoding) {
  const last2 = name.slice(name.lastIndexOf("/") + 1);
  return encoding === "utf8" ? last2 : Buffer.from(last2).toString("latin1");
}

// src/formats/metrics/row-from-plain.ts
var maxListed = 256;
var maxDepth = 16;
function rowFromPlain(value, left) {
  const row = /* @__PURE__ */ new Map();
  const visit = (item, name, depth) => {
    if (item.type === "map") {
      if (depth >= maxDepth) left(name, item);
      else for (const [key, inner] of item.items) visit(inner, name === "" ? key : `${name}/${key}`, depth + 1);
    } else if (item.type === "list") {
      if (item.items.length > maxListed || depth >= maxDepth) left(name, item);
      else for (const [index, inner] of item.items.entries()) visit(inner, `${name}[${index}]`, depth + 1);
    } else {
      const number = numberFromScalar(item);
      if (number !== null) row.set(name, number);
    }
  };
  visit(value, "", 0);
  return row;
}

// src/formats/metrics/trainer-state.ts
var maxBytes2 = 64 * 1024 * 1024;
var maxValues = 2e6;
var bestKey = "best_model_checkpoint";
var counter = "global_step";
var trainerState = {
  id: "trainer-state",
  title: "Hugging Face's trainer state",
  recognizes(source, path) {
    if (source.byteLength > maxBytes2 || !/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(peekText(source, 64))) return false;
    if (!/"log_history"\s*:/.test(peekText(source, 4096))) return false;
    try {
      return isTrainerState(parse2(source).value);
    } catch (error) {
      if (!isProblem(error)) throw error;
      return /(?:^|\/)trainer_state\.json$/.test(path);
    }
  },
  async read(source) {
    return readState(source);
  }
};
function isTrainerState(value) {
  if (value.type !== "map") return false;
  const history = value.items.find(([key]) => key === "log_history")?.[1];
  return history?.type === "list" && value.items.some(([key]) => key === "global_step");
}
function parse2(source) {
  try {
    return readPythonJson(readText(source, maxBytes2), { file: source.name, maxValues });
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
  }
}
function readState(source) {
  const { value, duplicates } = parse2(source);
  const items = value.type === "map" ? value.items : [];
  const notes = duplicates.map(({ key, pointer }) => ({
    code: "JSON_DUPLICATE_KEY",
    message: `The key ${JSON.stringify(key)} stands twice in the object at "${pointer}"; the last counts.`
  }));
  const remains = collectRemains();
  const left = (name, long) => {
    remains.add(name, digestText(JSON.stringify(long)));
    notes.push({
      code: "METRICS_NOT_READ",
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`
    });
  };
  const history = items.find(([key]) => key === "log_history")?.[1];
  const rows = history?.type === "list" ? history.items.map((row) => rowFromPlain(row, left)) : [];
  const logged = seriesFromRows(source.name, rows);
  const state = rowFromPlain({ type: "map", items: items.filter(([key]) => key !== "log_history") }, left);
  const best = state.get("best_metric");
  const bestStep = state.get("best_global_step") ?? stepOfCheckpoint(items.find(([key]) => key === bestKey)?.[1]);
  const at = new Map(bestStep === void 0 ? [] : [["step", bestStep]]);
  const ended = best === void 0 ? [] : [new Map([...at, ["final/best_metric", best]])];
  for (const [name, number] of state)
    if (name !== "best_metric" && name !== counter) remains.addExact(name, textOf(number));
  remains.addTexts({
    type: "map",
    items: items.map(([key, item]) => [key, key === bestKey ? withoutFolder(item) : item])
  });
  const { series: texts, notes: aboutTexts } = remains.finish();
  return {
    series: [
      ...logged.series,
      ...seriesFromRows(source.name, ended).series,
      ...counted(source.name, state.get(counter)),
      ...texts
    ],
    notes: [...notes, ...logged.notes, ...aboutTexts]
  };
}
function counted(file, number) {
  if (number === void 0) return [];
  const collector = collectSeries(file);
  collector.add(counter, "row", 0, number, { repeats: false });
  return collector.finish();
}
function withoutFolder(value) {
  const name = checkpointName(value);
  return name === void 0 ? value : { type: "str", text: name };
}
function stepOfCheckpoint(value) {
  const name = value === void 0 ? void 0 : checkpointName(value);
  return name === void 0 ? void 0 : { value: Number(name.slice("checkpoint-".length)) };
}
function checkpointName(value) {
  return value.type === "str" ? /(?:^|[/\\])(checkpoint-\d{1,15})$/.exec(value.text)?.[1] : void 0;
}
function textOf({ value, exact }) {
  return exact ?? (Object.is(value, -0) ? "-0" : String(value));
}

// src/formats/metrics/json.ts
var maxBytes3 = 64 * 1024 * 1024;
var maxValues2 = 2e6;
var wrappers = /^(?:log_?history|history|logs?|rows|records|metrics|results|epochs|steps|data)$/i;
var json = {
  id: "json",
  title: "JSON metrics",
  recognizes(source, path) {
    if (source.byteLength > maxBytes3 || !/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/.test(peekText(source, 64))) return false;
    try {
      const { value } = parse3(source);
      if (isTrainerState(value)) return false;
      const shape = shapeOf(value);
      return shape.counted || shape.numbers && namedLikeMetrics(path);
    } catch (error) {
      if (!isProblem(error)) throw error;
      return namedLikeMetrics(path) && /\.json$/i.test(path) || /"log_history"\s*:/.test(peekText(source, 4096));
    }
  },
  async read(source) {
    return readDocument(source);
  }
};
function parse3(source) {
  try {
    return readPythonJson(readText(source, maxBytes3), { file: source.name, maxValues: maxValues2 });
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name }) : error;
  }
}
function readDocument(source) {
  const { value, duplicates } = parse3(source);
  const notes = duplicates.map(({ key, pointer }) => ({
    code: "JSON_DUPLICATE_KEY",
    message: `The key ${JSON.stringify(key)} stands twice in the object at "${pointer}"; the last counts.`
  }));
  const { tables, leftOut } = shapeOf(value);
  const remains = collectRemains();
  remains.addTexts(value);
  for (const [name, left] of leftOut) {
    for (const one of left) remains.add(name, digestText(JSON.stringify(one)));
    notes.push({
      code: "METRICS_NOT_READ",
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`
    });
  }
  const read = tables.map((rows) => seriesFromRows(source.name, rows));
  const taken = /* @__PURE__ */ new Map();
  const series = read.flatMap((part) => part.series).map((one) => {
    const before = taken.get(one.name) ?? 0;
    taken.set(one.name, before + 1);
    return before === 0 ? one : { ...one, name: `${one.name} (${before + 1})` };
  });
  const { series: texts, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...texts], notes: [...notes, ...read.flatMap((part) => part.notes), ...aboutTexts] };
}
function shapeOf(value) {
  const leftOut = /* @__PURE__ */ new Map();
  const left = (name, long) => {
    const known = leftOut.get(name);
    if (known === void 0) leftOut.set(name, [long]);
    else known.push(long);
  };
  const tables = tablesOf(value, left).filter(({ rows }) => rows.some((row) => row.size > 0));
  const hasSteps = (row) => row.size > 1 && [...row.keys()].some((name) => stepKindOf(name) !== null);
  const counted2 = tables.some(({ rows, isLog }) => isLog && rows.some(hasSteps));
  return { tables: tables.map(({ rows }) => rows), leftOut, counted: counted2, numbers: tables.length > 0 };
}
function tablesOf(value, left) {
  const list = rowItems(value);
  if (list !== null) return [{ rows: rowsOf(list, "", left), isLog: true }];
  if (value.type === "list") return [{ rows: columnsOf([["value", value]], left), isLog: false }];
  if (value.type !== "map") return [];
  const keyed = keyedRows(value, left);
  if (keyed !== null) return [{ rows: keyed, isLog: true }];
  const tables = [];
  const single2 = takeTables(value.items, true, tables, left);
  const row = rowFromPlain({ type: "map", items: single2 }, left);
  if (row.size === 0) return tables;
  const rows = tables.length === 0 ? [row] : [new Map([...row].map(([name, number]) => [`final/${name}`, number]))];
  return [...tables, { rows, isLog: false }];
}
function takeTables(items, atTop, tables, left) {
  const columns = items.filter(([, item]) => columnCells(item) !== null);
  const rest = [];
  if (columns.length > 0) tables.push({ rows: columnsOf(columns, left), isLog: true });
  for (const member of items) {
    const [key, item] = member;
    const wraps = wrappers.test(key);
    const list = rowItems(item);
    if (list !== null) tables.push({ rows: rowsOf(list, wraps ? "" : `${key}/`, left), isLog: wraps });
    else if (wraps && atTop && item.type === "map") {
      const inner = takeTables(item.items, false, tables, left);
      if (inner.length > 0) rest.push([key, { type: "map", items: inner }]);
    } else if (!columns.includes(member)) rest.push(member);
  }
  return rest;
}
function rowItems(value) {
  if (value.type !== "list" || value.items.length === 0) return null;
  return value.items.every((item) => item.type === "map") ? value.items : null;
}
function rowsOf(items, prefix, left) {
  return items.map((item) => {
    const row = rowFromPlain(item, left);
    if (prefix === "") return row;
    return new Map([...row].map(([name, number]) => [stepKindOf(name) === null ? `${prefix}${name}` : name, number]));
  });
}
function columnCells(value) {
  if (value.type === "list")
    return value.items.length > 0 && value.items.every(isCell) ? value.items.map((item, row) => [String(row), item]) : null;
  if (value.type !== "map" || value.items.length === 0) return null;
  return value.items.every(([key, item]) => /^\d+$/.test(key) && isCell(item)) ? value.items : null;
}
function isCell(value) {
  return value.type === "none" || value.type !== "list" && value.type !== "map" && numberFromScalar(value) !== null;
}
function columnsOf(columns, left) {
  const rows = /* @__PURE__ */ new Map();
  for (const [name, column] of columns) {
    const cells = columnCells(column);
    if (cells === null) left(name, column);
    for (const [at, cell] of cells ?? []) {
      const number = cell.type === "list" || cell.type === "map" ? null : numberFromScalar(cell);
      const row = rows.get(at) ?? /* @__PURE__ */ new Map();
      rows.set(at, row);
      if (number !== null) row.set(name, number);
    }
  }
  return [...rows].sort(([a], [b]) => Number(a) - Number(b)).map(([, row]) => row);
}
function keyedRows(value, left) {
  if (value.items.length < 2 || !value.items.every(([key, item]) => /^\d+$/.test(key) && item.type === "map"))
    return null;
  return value.items.map(([key, item]) => {
    const row = rowFromPlain(item, left);
    if ([...row.keys()].some((name) => stepKindOf(name) !== null)) return row;
    return new Map([["step", numberFromText(key) ?? { value: Number.NaN }], ...row]);
  });
}

// src/formats/metrics/jsonl.ts
var peekBytes2 = 64 * 1024;
var peekLines = 50;
var jsonl = {
  id: "jsonl",
  title: "JSON Lines metrics",
  recognizes(source, path) {
    const head = peekText(source, peekBytes2);
    if (!/^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(head)) return false;
    const lines = head.split("\n");
    const whole = source.byteLength <= peekBytes2;
    const complete = (whole && parses(lines.at(-1) ?? "") ? lines : lines.slice(0, -1)).filter(
      (line) => line.trim() !== ""
    );
    const objects = complete.slice(0, peekLines).map(parseLine);
    if (objects.length === 0 || objects.some((object) => object?.type !== "map")) return false;
    const rows = objects.map((object) => object === null ? /* @__PURE__ */ new Map() : rowFromPlain(object, () => {
    }));
    const counted2 = rows.some((row) => row.size > 1 && [...row.keys()].some((name) => stepKindOf(name) !== null));
    return counted2 || objects.length > 1 && namedLikeMetrics(path) && rows.some((row) => row.size > 0);
  },
  async read(source) {
    return readJsonLines(source);
  }
};
function parseLine(line) {
  try {
    return readPythonJson(line.replace(/^\u00ef\u00bb\u00bf/, "")).value;
  } catch (error) {
    if (isProblem(error)) return null;
    throw error;
  }
}
function parses(line) {
  return parseLine(line) !== null;
}
function readJsonLines(source) {
  const text2 = readText(source);
  const rows = [];
  const notes = [];
  const remains = collectRemains();
  const leftOut = /* @__PURE__ */ new Set();
  let others = 0;
  let duplicates = 0;
  let line = 0;
  for (let start = 0; start < text2.length; ) {
    const feed = text2.indexOf("\n", start);
    const end = feed < 0 ? text2.length : feed;
    const content = text2.slice(start, end);
    line++;
    if (content.trim() !== "") {
      const value = readLine(source, content, line, feed < 0, notes, remains, (count2) => {
        duplicates += count2;
      });
      if (value?.type === "map") {
        const row = rowFromPlain(value, (name, long) => {
          leftOut.add(name);
          remains.add(name, digestText(JSON.stringify(long)));
        });
        rows.push(row);
        remains.addTexts(value);
      } else if (value !== null) {
        others++;
        remains.add("(lines that are no objects)", content);
      }
    }
    start = end + 1;
  }
  if (others > 0)
    notes.push({
      code: "JSONL_NOT_AN_OBJECT",
      message: `${others} lines are no objects and are compared as they stand.`
    });
  if (duplicates > 0)
    notes.push({
      code: "JSON_DUPLICATE_KEY",
      message: `${duplicates} keys stand twice in their object; the last counts.`
    });
  for (const name of leftOut)
    notes.push({
      code: "METRICS_NOT_READ",
      message: `The long or deep data of ${JSON.stringify(name)} is compared as a whole.`
    });
  const { series, notes: more } = seriesFromRows(source.name, rows);
  const { series: texts, notes: aboutTexts } = remains.finish();
  return { series: [...series, ...texts], notes: [...notes, ...more, ...aboutTexts] };
}
function readLine(source, content, line, isLast, notes, remains, twice) {
  try {
    const { value, duplicates } = readPythonJson(content);
    twice(duplicates.length);
    return value;
  } catch (error) {
    if (!isProblem(error)) throw error;
    const { offset: _, ...place } = error.place;
    if (error.code !== "JSON_SYNTAX") throw withPlace(error, { file: source.name, line });
    if (isLast) {
      notes.push({ code: "PARTIAL", message: `Line ${line}, the last one, is cut off: compared as it stands.` });
      remains.add("(last line, cut off)", content);
      return null;
    }
    throw new FormatProblem("JSONL_LINE", `Line ${line} is not JSON. ${error.message}`, {
      place: { ...place, file: source.name, line },
      remedy: "Write one whole object a line; two processes must not write into one file."
    });
  }
}

// src/formats/metrics/mlflow.ts
var maxBytes4 = 256 * 1024 * 1024;
var shownCharacters2 = 80;
var mlflow = {
  id: "mlflow",
  title: "MLflow's metrics (file store)",
  inTrackersPlaces: "only",
  recognizes(_, path) {
    const place = mlflowPlace(path);
    return place !== null && place.owner === "run" && place.part === "metrics" && place.key !== "";
  },
  async read(source, path) {
    return readPoints(source, mlflowPlace(path)?.key ?? path);
  }
};
function readPoints(source, key) {
  const text2 = readText(source, maxBytes4);
  const collector = collectSeries(source.name);
  const remains = collectRemains();
  const notes = [];
  let row = 0;
  let line = 0;
  for (let start = 0; start < text2.length; ) {
    line++;
    const feed = text2.indexOf("\n", start);
    const content = text2.slice(start, feed < 0 ? text2.length : feed).trim();
    start = feed < 0 ? text2.length : feed + 1;
    if (feed < 0) {
      notes.push({ code: "PARTIAL", message: `Line ${line}, the last one, is cut off: compared as it stands.` });
      remains.add(`${key} (last line, cut off)`, content.replace(/^\d* ?/, ""));
      continue;
    }
    if (content === "") continue;
    const point = parseLine2(content);
    if (point === null)
      throw new FormatProblem(
        "MLFLOW_LINE",
        `Line ${line} is ${JSON.stringify(content.slice(0, shownCharacters2))}; a time, a value and a step were expected.`,
        {
          place: { file: source.name, line },
          remedy: "Log metrics through MLflow alone, and let one process write a run."
        }
      );
    const name = point.dataset === null ? key : `${key} (dataset ${point.dataset})`;
    if (point.step === null) collector.add(name, "row", row++, point.number);
    else collector.add(name, "step", point.step, point.number);
  }
  if (line === 0) notes.push({ code: "METRICS_EMPTY", message: "The file holds no point." });
  const { series: others, notes: more } = remains.finish();
  return { series: [...collector.finish(), ...others], notes: [...notes, ...more] };
}
function parseLine2(content) {
  const [time = "", value = "", step, ...dataset] = content.split(/ +/);
  const number = numberFromText(value);
  if (!/^\d+$/.test(time) || number === null) return null;
  if (step === void 0) return { number, step: null, dataset: null };
  if (!/^-?\d+$/.test(step) || !Number.isSafeInteger(Number(step))) return null;
  return { number, step: Number(step), dataset: dataset.length === 0 ? null : dataset.join(" ") };
}

// src/formats/metrics/metric-format.ts
var noSurroundings = { sibling: () => null, startedMs: null, neutralize: (name) => name };

// src/formats/metrics/mlflow-database.ts
var peekBytes3 = 4 * 1024 * 1024;
var marginMs = 1e3;
var mlflowDatabase = {
  id: "mlflow-database",
  title: "MLflow's database (SQLite)",
  inTrackersPlaces: "also",
  recognizes(source, path) {
    if (/(?:^|\/)mlflow\.db$/.test(path)) return source.byteLength > 0;
    return isSqlite(source) && /CREATE TABLE "?latest_metrics"?\s*\(/i.test(peekText(source, peekBytes3));
  },
  parts: (path) => ["-wal", "-shm", "-journal"].map((ending) => `${path.slice(path.lastIndexOf("/") + 1)}${ending}`),
  unavailable: sqliteUnavailable,
  async read(source, path, context = noSurroundings) {
    return withDatabase(source, context.sibling, (database) => readDatabase(database, source, path, context));
  }
};
function readDatabase(database, source, path, { startedMs, neutralize }) {
  if (!isMlflowDatabase(database, source)) throw sqliteProblem(source, "SCHEMA", "does not have the tables of MLflow");
  const all = readRuns(database, source);
  const runs = all.filter((run) => startedMs === null || !endedBefore(run, startedMs - marginMs));
  const names = partNames(runs, readExperiments(database, source), neutralize);
  refuseAlike(names, source);
  const points = new Map(runs.map(({ id }) => [id, collectSeries(path)]));
  let count2 = 0;
  for (const { run, key, step, ...number } of readMetrics(database, source)) {
    const collector = points.get(run);
    if (collector !== void 0) count2++;
    collector?.add(key, "step", step, number);
  }
  const notes = [];
  const older = all.length - runs.length;
  if (older > 0)
    notes.push({
      code: "MLFLOW_OLDER_RUNS",
      message: `${older} runs in the database had ended before this training began, and were not compared.`
    });
  if (count2 === 0) notes.push({ code: "METRICS_EMPTY", message: "The database holds no point of this training." });
  const parts = runs.flatMap(({ id }) => {
    const name = names.get(id) ?? null;
    const series = points.get(id)?.finish() ?? [];
    return name === null || series.length === 0 ? [] : [{ ...name, id, series, notes: [] }];
  });
  const only = runs.length === 1 ? points.get(runs[0]?.id ?? "")?.finish() ?? [] : [];
  return { series: only, notes, parts, records: parametersOf(database, source, runs, names) };
}
function endedBefore({ startedMs, endedMs }, timeMs) {
  const last2 = endedMs ?? startedMs;
  return last2 !== null && last2 < timeMs;
}
function partNames(runs, experiments, neutralize) {
  if (runs.length < 2) return /* @__PURE__ */ new Map();
  const several = new Set(runs.map(({ experiment }) => experiment)).size > 1;
  const names = runNames(runs, neutralize);
  return new Map(
    runs.map(({ id, experiment }) => {
      const within = experiments.get(experiment) ?? experiment;
      const neutralName = `‹${names.get(id) ?? "run"}›`;
      return [
        id,
        several ? { name: `${experiment}/${id}`, neutralName: `‹experiment ${plainName(within, neutralize)}›/${neutralName}` } : { name: id, neutralName }
      ];
    })
  );
}
function refuseAlike(names, source) {
  const seen = /* @__PURE__ */ new Set();
  for (const { neutralName } of names.values()) {
    if (seen.has(neutralName))
      throw new FormatProblem(
        "MLFLOW_RUNS_ALIKE",
        `Two runs in the database are both ${JSON.stringify(neutralName)} and nothing tells which of them belongs to which of the other run.`,
        { place: { file: source.name }, remedy: "Give each a name of its own: mlflow.start_run(run_name=…)." }
      );
    seen.add(neutralName);
  }
}
function parametersOf(database, source, runs, names) {
  const values = new Map(runs.map(({ id }) => [id, []]));
  for (const { run, key, value } of readParameters(database, source))
    values.get(run)?.push([key, parameterValue(value)]);
  return [...values].flatMap(([id, items]) => {
    if (items.length === 0) return [];
    const value = { type: "map", items: items.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0) };
    return [{ part: names.get(id) ?? null, record: { kind: "configuration", format: "mlflow", problems: [], value } }];
  });
}

// src/formats/codecs/crc32c.ts
var table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 2197175160 : value >>> 1;
  return value;
});
function crc32c(bytes) {
  let crc = 4294967295;
  for (let index = 0; index < bytes.length; index++)
    crc = (table[(crc ^ (bytes[index] ?? 0)) & 255] ?? 0) ^ crc >>> 8;
  return (crc ^ 4294967295) >>> 0;
}
function maskedCrc32c(bytes) {
  const crc = crc32c(bytes);
  return (crc >>> 15 | crc << 17) + 2726488792 >>> 0;
}

// src/formats/codecs/tf-record.ts
var blockBytes = 1024 * 1024;
function* readTfRecords(source, maxBytes5) {
  let block = new Uint8Array(0);
  let blockOffset = 0;
  const read = (offset2, length) => {
    if (offset2 < blockOffset || offset2 + length > blockOffset + block.length) {
      block = source.read(offset2, Math.min(source.byteLength - offset2, Math.max(length, blockBytes)));
      blockOffset = offset2;
    }
    return block.subarray(offset2 - blockOffset, offset2 - blockOffset + length);
  };
  const check = (data, crc, what, number, offset2) => {
    const recorded = Buffer.from(crc.buffer, crc.byteOffset, 4).readUInt32LE(0);
    if (maskedCrc32c(data) === recorded) return;
    throw new FormatProblem("TB_CRC", `The CRC of the ${what} of record ${number} is wrong.`, {
      place: { file: source.name, entry: `record ${number}`, offset: offset2 },
      remedy: "The file is damaged; two processes must not write into one event file."
    });
  };
  let offset = 0;
  for (let number = 0; offset < source.byteLength; number++) {
    if (offset + 12 > source.byteLength) return { truncatedAt: offset };
    const head = read(offset, 12);
    check(head.subarray(0, 8), head.subarray(8, 12), "length", number, offset);
    const length = Number(Buffer.from(head.buffer, head.byteOffset, 8).readBigUInt64LE(0));
    if (length > source.byteLength - offset - 16) return { truncatedAt: offset };
    if (length > maxBytes5) yield { offset, data: null, byteLength: length };
    else {
      const frame = read(offset + 12, length + 4);
      check(frame.subarray(0, length), frame.subarray(length, length + 4), "data", number, offset + 12);
      yield { offset, data: frame.slice(0, length), byteLength: length };
    }
    offset += 16 + length;
  }
  return { truncatedAt: null };
}

// src/formats/metrics/tensorboard-event.ts
var elementTypes = /* @__PURE__ */ new Map([
  [1, "float32"],
  [2, "float64"],
  [3, "int32"],
  [4, "uint8"],
  [5, "int16"],
  [6, "int8"],
  [9, "int64"],
  [10, "bool"],
  [14, "bfloat16"],
  [17, "uint16"],
  [19, "float16"],
  [22, "uint32"],
  [23, "uint64"]
]);
var single = /* @__PURE__ */ new Set(["float32", "bfloat16", "float16"]);
var oneofs = /* @__PURE__ */ new Map([
  [3, "histogram"],
  [4, "image"],
  [5, "histogram"],
  [6, "audio"]
]);
function readEvent(message, plugins) {
  let step = 0;
  const scalars = [];
  const others = [];
  for (const field of readFields(message)) {
    if (field.number === 2 && field.wire === "varint") step = Number(BigInt.asIntN(64, field.bits));
    else if (field.number === 5 && field.wire === "bytes") {
      for (const value of readFields(field.bytes))
        if (value.number === 1 && value.wire === "bytes") readValue(value.bytes, plugins, scalars, others);
    }
  }
  return { step, scalars, others };
}
function readValue(message, plugins, scalars, others) {
  let tag = "";
  let plugin = "";
  let simple = null;
  let tensor = null;
  let what = "empty value";
  const content = [];
  for (const field of readFields(message)) {
    if (field.number === 1 && field.wire === "bytes") tag = text(field.bytes);
    else if (field.number === 2 && field.wire === "fixed32") simple = field.bytes;
    else if (field.number === 8 && field.wire === "bytes") tensor = field.bytes;
    else if (field.number === 9 && field.wire === "bytes") plugin = pluginOf(field.bytes);
    else what = oneofs.get(field.number) ?? what;
    if (field.wire === "bytes" && field.number !== 1 && field.number !== 9) content.push(field.bytes);
  }
  if (plugin !== "") plugins.set(tag, plugin);
  if (simple !== null) {
    scalars.push({ tag, number: { value: view(simple).getFloat32(0, true) }, precision: "float32" });
    return;
  }
  const kind = plugins.get(tag) ?? "";
  const scalar = tensor === null || !["", "scalars"].includes(kind) ? null : readScalarTensor(tensor);
  if (scalar !== null) scalars.push({ tag, ...scalar });
  else
    others.push({ tag, what: kind !== "" ? kind : tensor === null ? what : "tensor", bytes: Buffer.concat(content) });
}
function textOf2({ bytes }) {
  const strings = readFields(bytes);
  return [...strings].flatMap((field) => field.number === 8 && field.wire === "bytes" ? [text(field.bytes)] : []).join("\n");
}
function pluginOf(metadata) {
  for (const field of readFields(metadata)) {
    if (field.number !== 1 || field.wire !== "bytes") continue;
    for (const part of readFields(field.bytes)) if (part.number === 1 && part.wire === "bytes") return text(part.bytes);
  }
  return "";
}
function readScalarTensor(message) {
  let type = "";
  let elements = 1;
  let content = null;
  const values = [];
  const halves = [];
  for (const field of readFields(message)) {
    if (field.number === 1 && field.wire === "varint") type = elementTypes.get(Number(field.bits)) ?? "";
    else if (field.number === 2 && field.wire === "bytes") elements = countElements(field.bytes);
    else if (field.number === 4 && field.wire === "bytes") content = field.bytes;
    else if (field.number === 13) halves.push(...varints(field));
    else if (field.number === 5)
      values.push(...fixedNumbers(field, 4).map((bytes) => ({ value: view(bytes).getFloat32(0, true) })));
    else if (field.number === 6)
      values.push(...fixedNumbers(field, 8).map((bytes) => ({ value: view(bytes).getFloat64(0, true) })));
    else if ([7, 10, 11, 16, 17].includes(field.number)) values.push(...integers(field));
  }
  if (!isDType(type) || elements !== 1) return null;
  const precision = single.has(type) ? "float32" : "float64";
  if (content !== null && content.length > 0) {
    const number = fromContent(type, content);
    return number === null ? null : { number, precision };
  }
  if (halves.length > 0 && (type === "float16" || type === "bfloat16")) {
    const bytes = new Uint8Array(2);
    view(bytes).setUint16(0, Number((halves[0] ?? 0n) & 0xffffn), true);
    const number = fromContent(type, bytes);
    return number === null ? null : { number, precision };
  }
  return { number: values[0] ?? { value: 0 }, precision };
}
function fromContent(type, content) {
  if (type === "int64" || type === "uint64")
    return content.length === 8 ? integer(type === "int64" ? view(content).getBigInt64(0, true) : view(content).getBigUint64(0, true)) : null;
  if (!isDType(type)) return null;
  try {
    return { value: numberReader(type)(view(content), 0) };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
function integers(field) {
  const unsigned = field.number >= 16;
  return varints(field).map((bits) => integer(unsigned ? bits : BigInt.asIntN(64, bits)));
}
function integer(value) {
  return Number.isSafeInteger(Number(value)) ? { value: Number(value) } : { value: Number(value), exact: String(value) };
}
function countElements(shape) {
  let count2 = 1;
  for (const field of readFields(shape)) {
    if (field.number === 3) return Number.NaN;
    if (field.number !== 2 || field.wire !== "bytes") continue;
    let size = 0n;
    for (const part of readFields(field.bytes)) if (part.number === 1 && part.wire === "varint") size = part.bits;
    count2 *= Number(size);
  }
  return count2;
}
function text(bytes) {
  return new TextDecoder().decode(bytes);
}
function view(bytes) {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/formats/metrics/tensorboard.ts
var maxRecordBytes = 64 * 1024 * 1024;
var mostNotes = 200;
var ofOneRun = /^(?:hparams|graph|profile|debugger)/;
var tensorboard = {
  id: "tensorboard",
  title: "TensorBoard events",
  // The first record says `brain.Event:2` a few bytes after its frame, whatever the file is called.
  recognizes: (source) => peekText(source, 64).slice(12).includes("brain.Event:"),
  async read(source) {
    return readEvents(source);
  }
};
function readEvents(source) {
  const collector = collectSeries(source.name);
  const notes = [];
  const remains = collectRemains();
  const plugins = /* @__PURE__ */ new Map();
  const others = /* @__PURE__ */ new Map();
  const records = readTfRecords(source, maxRecordBytes);
  let number = 0;
  for (let next = records.next(); ; next = records.next(), number++) {
    if (next.done === true) {
      const at = next.value.truncatedAt;
      if (at !== null)
        notes.push({
          code: "TB_TRUNCATED",
          message: `The file ends inside record ${number} at byte ${at}: the rest was not written.`
        });
      break;
    }
    const { data, offset, byteLength } = next.value;
    if (data === null) {
      notes.push({ code: "TB_RECORD_SIZE", message: `Record ${number} has ${byteLength} bytes and was not compared.` });
      continue;
    }
    const event = eventOf(source, data, plugins, number, offset);
    for (const { tag, number: number2, precision } of event.scalars)
      collector.add(tag, "step", event.step, number2, { precision });
    for (const other of event.others) {
      const { tag, what, bytes } = other;
      if (!ofOneRun.test(what)) remains.add(tag, what === "text" ? textOf2(other) : digestText(bytes));
      const known = others.get(tag);
      if (known === void 0) others.set(tag, { what, count: 1 });
      else known.count++;
    }
  }
  const named = [...others].slice(0, mostNotes);
  for (const [tag, { what, count: count2 }] of named)
    notes.push({
      code: "TB_NOT_READ",
      message: `${count2} values of kind ${JSON.stringify(what)} were ${ofOneRun.test(what) ? "not compared" : "compared by their bytes"}.`,
      entry: tag
    });
  if (others.size > named.length)
    notes.push({
      code: "TB_NOT_READ",
      message: `${others.size - named.length} more tags hold no scalars.`
    });
  const { series: contents, notes: more } = remains.finish();
  return { series: [...collector.finish(), ...contents], notes: [...notes, ...more] };
}
function eventOf(source, data, plugins, number, offset) {
  try {
    return readEvent(data, plugins);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw new FormatProblem(error.code, `Record ${number} is no event. ${error.message}`, {
      place: { file: source.name, entry: `record ${number}`, offset },
      remedy: error.remedy
    });
  }
}

// src/formats/codecs/leveldb-log.ts
import { crc32 } from "node:zlib";
var blockBytes2 = 32 * 1024;
var headerBytes = 7;
var readAheadBytes = 32 * blockBytes2;
var full = 1;
var first = 2;
var last = 4;
function* readLogRecords(source, begin, maxBytes5) {
  const read = readAhead(source);
  let pending = null;
  let offset = begin;
  while (offset < source.byteLength) {
    const left = blockBytes2 - offset % blockBytes2;
    if (left < headerBytes) {
      offset += left;
      continue;
    }
    if (offset + headerBytes > source.byteLength) break;
    const head = read(offset, headerBytes);
    const view2 = new DataView(head.buffer, head.byteOffset, headerBytes);
    const length = view2.getUint16(4, true);
    const type = view2.getUint8(6);
    if (type === 0 && length === 0 && onlyZeros(source, offset)) return { truncatedAt: pending?.offset ?? offset };
    if (type < full || type > last || length > left - headerBytes)
      throw chunkProblem(
        source,
        offset,
        `has the type ${type} and ${length} bytes where at most ${left - headerBytes} fit`
      );
    if (offset + headerBytes + length > source.byteLength) break;
    const begins = type === full || type === first;
    if (begins !== (pending === null))
      throw chunkProblem(source, offset, begins ? "begins a record inside another one" : "goes on with no record");
    const chunk = read(offset + 6, length + 1);
    if (crc32(chunk) !== view2.getUint32(0, true))
      throw new FormatProblem("LOG_CRC", `The CRC of the chunk at byte ${offset} is wrong.`, {
        place: { file: source.name, offset },
        remedy: "The file is damaged; two processes must not write into one log."
      });
    pending ??= { offset, parts: [], byteLength: 0 };
    pending.byteLength += length;
    if (pending.byteLength <= maxBytes5) pending.parts.push(chunk.slice(1));
    else pending.parts.length = 0;
    if (type === full || type === last) {
      const { byteLength, parts } = pending;
      yield { offset: pending.offset, data: byteLength > maxBytes5 ? null : joined(parts), byteLength };
      pending = null;
    }
    offset += headerBytes + length;
  }
  const isWhole = pending === null && offset >= source.byteLength;
  return { truncatedAt: isWhole ? null : pending?.offset ?? offset };
}
function joined(parts) {
  const [only] = parts;
  return parts.length === 1 && only !== void 0 ? only : Uint8Array.from(Buffer.concat(parts));
}
function readAhead(source) {
  let window = new Uint8Array(0);
  let start = 0;
  return (offset, length) => {
    if (offset < start || offset + length > start + window.length) {
      window = source.read(offset, Math.min(source.byteLength - offset, Math.max(length, readAheadBytes)));
      start = offset;
    }
    return window.subarray(offset - start, offset - start + length);
  };
}
function onlyZeros(source, from) {
  for (let offset = from; offset < source.byteLength; offset += readAheadBytes) {
    const block = source.read(offset, Math.min(readAheadBytes, source.byteLength - offset));
    if (block.some((byte) => byte !== 0)) return false;
  }
  return true;
}
function chunkProblem(source, offset, what) {
  return new FormatProblem("LOG_CHUNK", `The chunk at byte ${offset} ${what}.`, {
    place: { file: source.name, offset },
    remedy: "The file is damaged, or it is no log of this kind."
  });
}

// src/formats/trackers/value-tree.ts
var maxValues3 = 1e5;
var maxDepth2 = 32;
function valueTree() {
  const root = /* @__PURE__ */ new Map();
  let values = 0;
  return {
    set(keys, value) {
      if (keys.length === 0 || keys.length > maxDepth2 || values >= maxValues3) return false;
      let branch = root;
      for (const key of keys.slice(0, -1)) {
        const known = branch.get(key);
        const next = known instanceof Map ? known : branchOf(known);
        branch.set(key, next);
        branch = next;
      }
      branch.set(keys.at(-1) ?? "", value);
      values++;
      return true;
    },
    delete(keys) {
      let branch = root;
      for (const key of keys.slice(0, -1)) {
        const known = branch.get(key);
        if (!(known instanceof Map)) return;
        branch = known;
      }
      branch.delete(keys.at(-1) ?? "");
    },
    value: () => plainOf(root)
  };
}
function branchOf(value) {
  return new Map(value?.type === "map" ? value.items : []);
}
function plainOf(branch) {
  const items = [...branch].map(([key, value]) => [
    key,
    value instanceof Map ? plainOf(value) : value
  ]);
  return { type: "map", items: items.toSorted(([a], [b]) => a < b ? -1 : a > b ? 1 : 0) };
}

// src/formats/metrics/wandb.ts
var header = [58, 87, 38, 66, 225, 190, 0];
var maxRecordBytes2 = 64 * 1024 * 1024;
var maxListed2 = 16;
var wandb = {
  id: "wandb",
  title: "Weights & Biases' log",
  inTrackersPlaces: "also",
  recognizes(source, path) {
    if (/(?:^|\/)wandb\/[^/]+\/run-[^/]+\.wandb$/.test(path)) return true;
    return source.byteLength >= header.length && header.slice(0, 6).every((byte, at) => source.read(at, 1)[0] === byte);
  },
  async read(source) {
    return readLog(source);
  }
};
function readLog(source) {
  checkHeader(source);
  const reading = {
    collector: collectSeries(source.name),
    remains: collectRemains(),
    notes: [],
    latest: /* @__PURE__ */ new Map(),
    summary: /* @__PURE__ */ new Map(),
    config: valueTree(),
    environment: /* @__PURE__ */ new Map(),
    counts: /* @__PURE__ */ new Map(),
    row: 0
  };
  const { notes, counts } = reading;
  const records = readLogRecords(source, header.length, maxRecordBytes2);
  let ended = false;
  for (let next = records.next(); ; next = records.next()) {
    if (next.done === true) {
      const at = next.value.truncatedAt;
      if (at !== null)
        notes.push({ code: "WANDB_TRUNCATED", message: `The file ends inside the record at byte ${at}.` });
      break;
    }
    const record = recordOf(source, next.value);
    if (record === null) count(counts, "long");
    else if (record.kind === "exit") ended = true;
    else take(record, reading);
  }
  if (!ended)
    notes.push({ code: "WANDB_NOT_ENDED", message: "The log has no end: the run was not finished, or was killed." });
  addSummary(reading);
  notes.push(...countNotes(counts));
  const { series, notes: more } = reading.remains.finish();
  return {
    series: [...reading.collector.finish(), ...series],
    notes: [...notes, ...more],
    records: recordsOf(reading)
  };
}
function checkHeader(source) {
  const begin = source.read(0, Math.min(header.length, source.byteLength));
  if (header.every((byte, at) => begin[at] === byte)) return;
  const isOther = begin.length === header.length && header.slice(0, 6).every((byte, at) => begin[at] === byte);
  throw new FormatProblem(
    isOther ? "WANDB_VERSION" : "WANDB_HEADER",
    isOther ? `The log is of version ${begin[6]}; version 0 was expected.` : `The file does not begin as logs of Weights & Biases do.`,
    {
      place: { file: source.name, offset: 0 },
      remedy: "Look at why the run left no whole log; to go without it, name the file in `ignore: files`."
    }
  );
}
function recordOf(source, { data, offset }) {
  if (data === null) return null;
  try {
    return readWandbRecord(data);
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw new FormatProblem(error.code, `The record at byte ${offset} cannot be read. ${error.message}`, {
      place: { file: source.name, offset },
      remedy: error.remedy
    });
  }
}
function take(record, reading) {
  const { kind } = record;
  switch (kind) {
    case "history":
      takeHistory(record.items, record.step, reading);
      break;
    case "summary":
      for (const item of record.updated) reading.summary.set(nameOf2(item.keys), item);
      for (const keys of record.removed) reading.summary.delete(nameOf2(keys));
      break;
    case "config":
      for (const { keys, value, text: text2 } of record.updated)
        if (keys[0] !== "_wandb" && !reading.config.set(keys, value ?? { type: "str", text: text2 }))
          count(reading.counts, "settings");
      for (const keys of record.removed) reading.config.delete(keys);
      break;
    case "environment":
      addEnvironmentFields(reading.environment, record.fields);
      break;
    case "statistics":
      count(reading.counts, "statistics");
      break;
    case "exit":
    case "other":
      break;
    default:
      kind;
  }
}
function takeHistory(items, step, reading) {
  const own = items.find(({ keys }) => nameOf2(keys) === "_step")?.value ?? null;
  const at = own?.type === "int" ? Number(own.text) : step;
  const position = reading.row++;
  const histograms = histogramsOf(items);
  for (const item of items.toSorted(byName)) {
    const name = nameOf2(item.keys);
    reading.latest.set(name, item.text);
    if (name === "_step" || isOfTracker(item, reading)) continue;
    const histogram = histograms.get(nameOf2(item.keys.slice(0, -1)));
    if (histogram !== void 0) histogram.push(`${name}: ${item.text}`);
    else
      takeValue(item, name, reading, (number, series) => {
        if (at !== null && Number.isSafeInteger(at)) reading.collector.add(series, "step", at, number);
        else reading.collector.add(series, "row", position, number);
      });
  }
  for (const [name, texts] of histograms) reading.remains.add(name, digestText(texts.join("\n")));
}
function histogramsOf(items) {
  const marks = items.filter(
    ({ keys, value }) => keys.at(-1) === "_type" && value?.type === "str" && value.text === "histogram"
  );
  return new Map(marks.map(({ keys }) => [nameOf2(keys.slice(0, -1)), []]));
}
function byName(a, b) {
  const [left, right] = [nameOf2(a.keys), nameOf2(b.keys)];
  return left < right ? -1 : left > right ? 1 : 0;
}
function takeValue({ value, text: text2 }, name, { remains, counts }, add) {
  if (value === null) {
    count(counts, "values");
    remains.add(name, text2);
    return;
  }
  if (value.type === "list" && value.items.length > maxListed2) {
    remains.add(name, digestText(text2));
    return;
  }
  const document = { type: "map", items: [[name, value]] };
  for (const [series, number] of rowFromPlain(
    document,
    (long, left) => remains.add(long, digestText(JSON.stringify(left)))
  ))
    add(number, series);
  remains.addTexts(document);
}
function isOfTracker({ keys, value }, { counts }) {
  if (keys[0] === "_wandb") return true;
  const isId = value?.type === "str" && value.text.startsWith("wandb-client-artifact://");
  if (isId) count(counts, "artifacts");
  return isId;
}
function addSummary(reading) {
  for (const [name, item] of [...reading.summary].toSorted(([a], [b]) => a < b ? -1 : 1)) {
    if (reading.latest.get(name) === item.text || /^_(?:step|timestamp|runtime)$/.test(name)) continue;
    if (isOfTracker(item, reading)) continue;
    takeValue(item, `summary/${name}`, reading, (number, series) => reading.collector.add(series, "row", 0, number));
  }
}
function recordsOf({ config, environment, counts }) {
  const records = [];
  const settings = config.value();
  const dropped = counts.get("settings") ?? 0;
  const problems = dropped === 0 ? [] : [{ code: "TOO_MANY_SETTINGS", message: `${dropped} settings too many were not read` }];
  const base = { format: wandb.id, problems };
  if (settings.items.length > 0)
    records.push({ part: null, record: { ...base, kind: "configuration", value: settings } });
  const value = wandbEnvironment(environment);
  if (value !== null) records.push({ part: null, record: { ...base, problems: [], kind: "environment", value } });
  return records;
}
function countNotes(counts) {
  const sentences = [
    ["long", "WANDB_RECORD_SIZE", `records of more than ${maxRecordBytes2} bytes were not compared.`],
    ["values", "WANDB_VALUE", "values are no JSON and are compared as texts."],
    ["artifacts", "WANDB_ARTIFACT_ID", "paths of artifacts carry random ids, and were not compared."],
    ["statistics", "WANDB_STATISTICS", "records of the load of the machine were not compared."]
  ];
  return sentences.flatMap(([key, code, text2]) => {
    const number = counts.get(key) ?? 0;
    return number === 0 ? [] : [{ code, message: `${number} ${text2}` }];
  });
}
function nameOf2(keys) {
  return keys.join("/");
}
function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

// src/formats/metrics/registry.ts
var metricFormats = [
  mlflow,
  mlflowDatabase,
  wandb,
  dvclive,
  trainerState,
  tensorboard,
  jsonl,
  json,
  csv
];
export {
  metricFormats
};
