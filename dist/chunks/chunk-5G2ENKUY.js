import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);
import {
  dtypeFacts,
  isDType,
  numberReader
} from "./chunk-D7BS742Q.js";
import {
  floatText
} from "./chunk-ROV2ADHM.js";
import {
  FormatProblem,
  LimitProblem,
  isProblem,
  withPlace
} from "./chunk-B5J4NNO2.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-7ZPLETBH.js";

// node_modules/pend/index.js
var require_pend = __commonJS({
  "node_modules/pend/index.js"(exports, module) {
    module.exports = Pend;
    function Pend() {
      this.pending = 0;
      this.max = Infinity;
      this.listeners = [];
      this.waiting = [];
      this.error = null;
    }
    Pend.prototype.go = function(fn) {
      if (this.pending < this.max) {
        pendGo(this, fn);
      } else {
        this.waiting.push(fn);
      }
    };
    Pend.prototype.wait = function(cb) {
      if (this.pending === 0) {
        cb(this.error);
      } else {
        this.listeners.push(cb);
      }
    };
    Pend.prototype.hold = function() {
      return pendHold(this);
    };
    function pendHold(self) {
      self.pending += 1;
      var called = false;
      return onCb;
      function onCb(err) {
        if (called) throw new Error("callback called twice");
        called = true;
        self.error = self.error || err;
        self.pending -= 1;
        if (self.waiting.length > 0 && self.pending < self.max) {
          pendGo(self, self.waiting.shift());
        } else if (self.pending === 0) {
          var listeners = self.listeners;
          self.listeners = [];
          listeners.forEach(cbListener);
        }
      }
      function cbListener(listener) {
        listener(self.error);
      }
    }
    function pendGo(self, fn) {
      fn(pendHold(self));
    }
  }
});

// node_modules/yauzl/fd-slicer.js
var require_fd_slicer = __commonJS({
  "node_modules/yauzl/fd-slicer.js"(exports) {
    var fs = __require("fs");
    var util = __require("util");
    var stream = __require("stream");
    var Readable2 = stream.Readable;
    var PassThrough = stream.PassThrough;
    var Pend = require_pend();
    var EventEmitter = __require("events").EventEmitter;
    exports.BufferSlicer = BufferSlicer;
    exports.FdSlicer = FdSlicer;
    util.inherits(FdSlicer, EventEmitter);
    function FdSlicer(fd) {
      EventEmitter.call(this);
      this.fd = fd;
      this.pend = new Pend();
      this.pend.max = 1;
      this.refCount = 0;
    }
    FdSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      var self = this;
      self.pend.go(function(cb) {
        fs.read(self.fd, buffer, offset, length, position, function(err, bytesRead, buffer2) {
          cb();
          callback(err, bytesRead, buffer2);
        });
      });
    };
    FdSlicer.prototype.createReadStream = function(options2) {
      return new ReadStream(this, options2);
    };
    FdSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    FdSlicer.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount < 0) throw new Error("invalid unref");
      if (self.refCount > 0) return;
      fs.close(self.fd, onCloseDone);
      function onCloseDone(err) {
        if (err) {
          self.emit("error", err);
        } else {
          self.emit("close");
        }
      }
    };
    util.inherits(ReadStream, Readable2);
    function ReadStream(context, options2) {
      options2 = options2 || {};
      Readable2.call(this, options2);
      this.context = context;
      this.context.ref();
      this.start = options2.start || 0;
      this.endOffset = options2.end;
      this.pos = this.start;
    }
    ReadStream.prototype._read = function(n) {
      var self = this;
      var toRead = Math.min(self._readableState.highWaterMark, n);
      if (self.endOffset != null) {
        toRead = Math.min(toRead, self.endOffset - self.pos);
      }
      if (toRead <= 0) {
        self.push(null);
        this._cleanup();
        return;
      }
      self.context.pend.go(function(cb) {
        var buffer = Buffer.allocUnsafe(toRead);
        fs.read(self.context.fd, buffer, 0, toRead, self.pos, function(err, bytesRead) {
          if (err) {
            self.destroy(err);
          } else if (bytesRead === 0) {
            self.push(null);
            self._cleanup();
          } else {
            self.pos += bytesRead;
            self.push(buffer.slice(0, bytesRead));
          }
          cb();
        });
      });
    };
    ReadStream.prototype._destroy = function(err, cb) {
      this._cleanup();
      cb(err);
    };
    ReadStream.prototype._cleanup = function() {
      if (this.context != null) {
        this.context.unref();
        this.context = null;
      }
    };
    util.inherits(BufferSlicer, EventEmitter);
    function BufferSlicer(buffer) {
      EventEmitter.call(this);
      this.refCount = 0;
      this.buffer = buffer;
    }
    BufferSlicer.prototype.read = function(buffer, offset, length, position, callback) {
      if (!(0 <= offset && offset <= buffer.length)) throw new RangeError("offset outside buffer: 0 <= " + offset + " <= " + buffer.length);
      if (position < 0) throw new RangeError("position is negative: " + position);
      if (offset + length > buffer.length) {
        length = buffer.length - offset;
      }
      if (position + length > this.buffer.length) {
        length = this.buffer.length - position;
      }
      if (length <= 0) {
        setImmediate(function() {
          callback(null, 0);
        });
        return;
      }
      this.buffer.copy(buffer, offset, position, position + length);
      setImmediate(function() {
        callback(null, length);
      });
    };
    BufferSlicer.prototype.createReadStream = function(options2) {
      options2 = options2 || {};
      var readStream = new PassThrough(options2);
      readStream.start = options2.start || 0;
      readStream.endOffset = options2.end;
      readStream.pos = readStream.endOffset || this.buffer.length;
      var entireSlice = this.buffer.slice(readStream.start, readStream.pos);
      var maxChunkSize = 65536;
      var offset = 0;
      while (true) {
        var nextOffset = offset + maxChunkSize;
        if (nextOffset >= entireSlice.length) {
          if (offset < entireSlice.length) {
            readStream.write(entireSlice.slice(offset, entireSlice.length));
          }
          break;
        }
        readStream.write(entireSlice.slice(offset, nextOffset));
        offset = nextOffset;
      }
      readStream.end();
      return readStream;
    };
    BufferSlicer.prototype.ref = function() {
      this.refCount += 1;
    };
    BufferSlicer.prototype.unref = function() {
      this.refCount -= 1;
      if (this.refCount < 0) {
        throw new Error("invalid unref");
      }
    };
  }
});

// node_modules/yauzl/crc32.js
var require_crc32 = __commonJS({
  "node_modules/yauzl/crc32.js"(exports, module) {
    var CRC_TABLE = new Int32Array([
      0,
      1996959894,
      3993919788,
      2567524794,
      124634137,
      1886057615,
      3915621685,
      2657392035,
      249268274,
      2044508324,
      3772115230,
      2547177864,
      162941995,
      2125561021,
      3887607047,
      2428444049,
      498536548,
      1789927666,
      4089016648,
      2227061214,
      450548861,
      1843258603,
      4107580753,
      2211677639,
      325883990,
      1684777152,
      4251122042,
      2321926636,
      335633487,
      1661365465,
      4195302755,
      2366115317,
      997073096,
      1281953886,
      3579855332,
      2724688242,
      1006888145,
      1258607687,
      3524101629,
      2768942443,
      901097722,
      1119000684,
      3686517206,
      2898065728,
      853044451,
      1172266101,
      3705015759,
      2882616665,
      651767980,
      1373503546,
      3369554304,
      3218104598,
      565507253,
      1454621731,
      3485111705,
      3099436303,
      671266974,
      1594198024,
      3322730930,
      2970347812,
      795835527,
      1483230225,
      3244367275,
      3060149565,
      1994146192,
      31158534,
      2563907772,
      4023717930,
      1907459465,
      112637215,
      2680153253,
      3904427059,
      2013776290,
      251722036,
      2517215374,
      3775830040,
      2137656763,
      141376813,
      2439277719,
      3865271297,
      1802195444,
      476864866,
      2238001368,
      4066508878,
      1812370925,
      453092731,
      2181625025,
      4111451223,
      1706088902,
      314042704,
      2344532202,
      4240017532,
      1658658271,
      366619977,
      2362670323,
      4224994405,
      1303535960,
      984961486,
      2747007092,
      3569037538,
      1256170817,
      1037604311,
      2765210733,
      3554079995,
      1131014506,
      879679996,
      2909243462,
      3663771856,
      1141124467,
      855842277,
      2852801631,
      3708648649,
      1342533948,
      654459306,
      3188396048,
      3373015174,
      1466479909,
      544179635,
      3110523913,
      3462522015,
      1591671054,
      702138776,
      2966460450,
      3352799412,
      1504918807,
      783551873,
      3082640443,
      3233442989,
      3988292384,
      2596254646,
      62317068,
      1957810842,
      3939845945,
      2647816111,
      81470997,
      1943803523,
      3814918930,
      2489596804,
      225274430,
      2053790376,
      3826175755,
      2466906013,
      167816743,
      2097651377,
      4027552580,
      2265490386,
      503444072,
      1762050814,
      4150417245,
      2154129355,
      426522225,
      1852507879,
      4275313526,
      2312317920,
      282753626,
      1742555852,
      4189708143,
      2394877945,
      397917763,
      1622183637,
      3604390888,
      2714866558,
      953729732,
      1340076626,
      3518719985,
      2797360999,
      1068828381,
      1219638859,
      3624741850,
      2936675148,
      906185462,
      1090812512,
      3747672003,
      2825379669,
      829329135,
      1181335161,
      3412177804,
      3160834842,
      628085408,
      1382605366,
      3423369109,
      3138078467,
      570562233,
      1426400815,
      3317316542,
      2998733608,
      733239954,
      1555261956,
      3268935591,
      3050360625,
      752459403,
      1541320221,
      2607071920,
      3965973030,
      1969922972,
      40735498,
      2617837225,
      3943577151,
      1913087877,
      83908371,
      2512341634,
      3803740692,
      2075208622,
      213261112,
      2463272603,
      3855990285,
      2094854071,
      198958881,
      2262029012,
      4057260610,
      1759359992,
      534414190,
      2176718541,
      4139329115,
      1873836001,
      414664567,
      2282248934,
      4279200368,
      1711684554,
      285281116,
      2405801727,
      4167216745,
      1634467795,
      376229701,
      2685067896,
      3608007406,
      1308918612,
      956543938,
      2808555105,
      3495958263,
      1231636301,
      1047427035,
      2932959818,
      3654703836,
      1088359270,
      936918e3,
      2847714899,
      3736837829,
      1202900863,
      817233897,
      3183342108,
      3401237130,
      1404277552,
      615818150,
      3134207493,
      3453421203,
      1423857449,
      601450431,
      3009837614,
      3294710456,
      1567103746,
      711928724,
      3020668471,
      3272380065,
      1510334235,
      755167117
    ]);
    function crc322(buf) {
      let crc = -1;
      for (let x of buf) {
        crc = CRC_TABLE[(crc ^ x) & 255] ^ crc >>> 8;
      }
      return (crc ^ -1) >>> 0;
    }
    module.exports = crc322;
  }
});

// node_modules/yauzl/index.js
var require_yauzl = __commonJS({
  "node_modules/yauzl/index.js"(exports) {
    var fs = __require("fs");
    var zlib = __require("zlib");
    var fd_slicer = require_fd_slicer();
    var util = __require("util");
    var EventEmitter = __require("events").EventEmitter;
    var Transform = __require("stream").Transform;
    var PassThrough = __require("stream").PassThrough;
    var Writable = __require("stream").Writable;
    var crc322 = typeof zlib.crc32 === "function" ? zlib.crc32 : require_crc32();
    exports.open = open;
    exports.fromFd = fromFd;
    exports.fromBuffer = fromBuffer2;
    exports.fromRandomAccessReader = fromRandomAccessReader;
    exports.openPromise = openPromise;
    exports.fromFdPromise = fromFdPromise;
    exports.fromBufferPromise = fromBufferPromise;
    exports.fromRandomAccessReaderPromise = fromRandomAccessReaderPromise2;
    exports.dosDateTimeToDate = dosDateTimeToDate;
    exports.getFileNameLowLevel = getFileNameLowLevel;
    exports.validateFileName = validateFileName;
    exports.parseExtraFields = parseExtraFields;
    exports.ZipFile = ZipFile;
    exports.Entry = Entry;
    exports.LocalFileHeader = LocalFileHeader;
    exports.RandomAccessReader = RandomAccessReader2;
    function openPromise(path, options2) {
      return new Promise((resolve2, reject) => {
        open(path, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve2(zipfile);
        });
      });
    }
    function fromFdPromise(fd, options2) {
      return new Promise((resolve2, reject) => {
        fromFd(fd, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve2(zipfile);
        });
      });
    }
    function fromBufferPromise(buffer, options2) {
      return new Promise((resolve2, reject) => {
        fromBuffer2(buffer, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve2(zipfile);
        });
      });
    }
    function fromRandomAccessReaderPromise2(reader, totalSize, options2) {
      return new Promise((resolve2, reject) => {
        fromRandomAccessReader(reader, totalSize, { ...options2, lazyEntries: true }, function(err, zipfile) {
          if (err) return reject(err);
          resolve2(zipfile);
        });
      });
    }
    function open(path, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.open(path, "r", function(err, fd) {
        if (err) return callback(err);
        fromFd(fd, options2, function(err2, zipfile) {
          if (err2) fs.close(fd, defaultCallback);
          callback(err2, zipfile);
        });
      });
    }
    function fromFd(fd, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      fs.fstat(fd, function(err, stats) {
        if (err) return callback(err);
        var reader = new fd_slicer.FdSlicer(fd);
        fromRandomAccessReader(reader, stats.size, options2, callback);
      });
    }
    function fromBuffer2(buffer, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      options2.autoClose = false;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      var reader = new fd_slicer.BufferSlicer(buffer);
      fromRandomAccessReader(reader, buffer.length, options2, callback);
    }
    function fromRandomAccessReader(reader, totalSize, options2, callback) {
      if (typeof options2 === "function") {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      if (options2.autoClose == null) options2.autoClose = true;
      if (options2.lazyEntries == null) options2.lazyEntries = false;
      if (options2.decodeStrings == null) options2.decodeStrings = true;
      var decodeStrings = !!options2.decodeStrings;
      if (options2.validateEntrySizes == null) options2.validateEntrySizes = true;
      if (options2.strictFileNames == null) options2.strictFileNames = false;
      if (callback == null) callback = defaultCallback;
      if (typeof totalSize !== "number") throw new Error("expected totalSize parameter to be a number");
      if (totalSize > Number.MAX_SAFE_INTEGER) {
        throw new Error("zip file too large. only file sizes up to 2^52 are supported due to JavaScript's Number type being an IEEE 754 double.");
      }
      reader.ref();
      var eocdrWithoutCommentSize = 22;
      var zip64EocdlSize = 20;
      var maxCommentSize = 65535;
      var bufferSize = Math.min(zip64EocdlSize + eocdrWithoutCommentSize + maxCommentSize, totalSize);
      var buffer = newBuffer(bufferSize);
      var bufferReadStart = totalSize - buffer.length;
      readAndAssertNoEof(reader, buffer, 0, bufferSize, bufferReadStart, function(err) {
        if (err) return callback(err);
        for (var i = bufferSize - eocdrWithoutCommentSize; i >= 0; i -= 1) {
          if (buffer.readUInt32LE(i) !== 101010256) continue;
          var eocdrBuffer = buffer.subarray(i);
          var diskNumber = eocdrBuffer.readUInt16LE(4);
          var entryCount = eocdrBuffer.readUInt16LE(10);
          var centralDirectoryOffset = eocdrBuffer.readUInt32LE(16);
          var commentLength = eocdrBuffer.readUInt16LE(20);
          var expectedCommentLength = eocdrBuffer.length - eocdrWithoutCommentSize;
          if (commentLength !== expectedCommentLength) {
            return callback(new Error("Invalid comment length. Expected: " + expectedCommentLength + ". Found: " + commentLength + ". Are there extra bytes at the end of the file? Or is the end of central dir signature `PK☺☻` in the comment?"));
          }
          var comment = decodeStrings ? decodeBuffer(eocdrBuffer.subarray(22), false) : eocdrBuffer.subarray(22);
          if (i - zip64EocdlSize >= 0 && buffer.readUInt32LE(i - zip64EocdlSize) === 117853008) {
            var zip64EocdlBuffer = buffer.subarray(i - zip64EocdlSize, i - zip64EocdlSize + zip64EocdlSize);
            var zip64EocdrOffset = readUInt64LE(zip64EocdlBuffer, 8);
            var zip64EocdrBuffer = newBuffer(56);
            return readAndAssertNoEof(reader, zip64EocdrBuffer, 0, zip64EocdrBuffer.length, zip64EocdrOffset, function(err2) {
              if (err2) return callback(err2);
              if (zip64EocdrBuffer.readUInt32LE(0) !== 101075792) {
                return callback(new Error("invalid zip64 end of central directory record signature"));
              }
              diskNumber = zip64EocdrBuffer.readUInt32LE(16);
              if (diskNumber !== 0) {
                return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
              }
              entryCount = readUInt64LE(zip64EocdrBuffer, 32);
              centralDirectoryOffset = readUInt64LE(zip64EocdrBuffer, 48);
              return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
            });
          }
          if (diskNumber !== 0) {
            return callback(new Error("multi-disk zip files are not supported: found disk number: " + diskNumber));
          }
          return callback(null, new ZipFile(reader, centralDirectoryOffset, totalSize, entryCount, comment, options2.autoClose, options2.lazyEntries, decodeStrings, options2.validateEntrySizes, options2.strictFileNames));
        }
        callback(new Error("End of central directory record signature not found. Either not a zip file, or file is truncated."));
      });
    }
    util.inherits(ZipFile, EventEmitter);
    function ZipFile(reader, centralDirectoryOffset, fileSize, entryCount, comment, autoClose, lazyEntries, decodeStrings, validateEntrySizes, strictFileNames) {
      var self = this;
      EventEmitter.call(self);
      self.reader = reader;
      self.reader.on("error", function(err) {
        emitError(self, err);
      });
      self.reader.once("close", function() {
        self.emit("close");
      });
      self.readEntryCursor = centralDirectoryOffset;
      self.fileSize = fileSize;
      self.entryCount = entryCount;
      self.comment = comment;
      self.entriesRead = 0;
      self.autoClose = !!autoClose;
      self.lazyEntries = !!lazyEntries;
      self.decodeStrings = !!decodeStrings;
      self.validateEntrySizes = !!validateEntrySizes;
      self.strictFileNames = !!strictFileNames;
      self.isOpen = true;
      self.emittedError = false;
      self.hasEachEntryBeenCalled = false;
      if (!self.lazyEntries) self._readEntry();
    }
    ZipFile.prototype.close = function() {
      if (!this.isOpen) return;
      this.isOpen = false;
      this.reader.unref();
    };
    function emitErrorAndAutoClose(self, err) {
      if (self.autoClose) self.close();
      emitError(self, err);
    }
    function emitError(self, err) {
      if (self.emittedError) return;
      self.emittedError = true;
      self.emit("error", err);
    }
    ZipFile.prototype.readEntry = function() {
      if (!this.lazyEntries) throw new Error("readEntry() called without lazyEntries:true");
      this._readEntry();
    };
    ZipFile.prototype._readEntry = function() {
      var self = this;
      if (self.entryCount === self.entriesRead) {
        setImmediate(function() {
          if (self.autoClose) self.close();
          if (self.emittedError) return;
          self.emit("end");
        });
        return;
      }
      if (self.emittedError) return;
      var buffer = newBuffer(46);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err) {
        if (err) return emitErrorAndAutoClose(self, err);
        if (self.emittedError) return;
        var entry = new Entry();
        var signature = buffer.readUInt32LE(0);
        if (signature !== 33639248) return emitErrorAndAutoClose(self, new Error("invalid central directory file header signature: 0x" + signature.toString(16)));
        entry.versionMadeBy = buffer.readUInt16LE(4);
        entry.versionNeededToExtract = buffer.readUInt16LE(6);
        entry.generalPurposeBitFlag = buffer.readUInt16LE(8);
        entry.compressionMethod = buffer.readUInt16LE(10);
        entry.lastModFileTime = buffer.readUInt16LE(12);
        entry.lastModFileDate = buffer.readUInt16LE(14);
        entry.crc32 = buffer.readUInt32LE(16);
        entry.compressedSize = buffer.readUInt32LE(20);
        entry.uncompressedSize = buffer.readUInt32LE(24);
        entry.fileNameLength = buffer.readUInt16LE(28);
        entry.extraFieldLength = buffer.readUInt16LE(30);
        entry.fileCommentLength = buffer.readUInt16LE(32);
        entry.internalFileAttributes = buffer.readUInt16LE(36);
        entry.externalFileAttributes = buffer.readUInt32LE(38);
        entry.relativeOffsetOfLocalHeader = buffer.readUInt32LE(42);
        if (entry.generalPurposeBitFlag & 64) return emitErrorAndAutoClose(self, new Error("strong encryption is not supported"));
        self.readEntryCursor += 46;
        buffer = newBuffer(entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength);
        readAndAssertNoEof(self.reader, buffer, 0, buffer.length, self.readEntryCursor, function(err2) {
          if (err2) return emitErrorAndAutoClose(self, err2);
          if (self.emittedError) return;
          entry.fileNameRaw = buffer.subarray(0, entry.fileNameLength);
          var fileCommentStart = entry.fileNameLength + entry.extraFieldLength;
          entry.extraFieldRaw = buffer.subarray(entry.fileNameLength, fileCommentStart);
          entry.fileCommentRaw = buffer.subarray(fileCommentStart, fileCommentStart + entry.fileCommentLength);
          try {
            entry.extraFields = parseExtraFields(entry.extraFieldRaw);
          } catch (err3) {
            return emitErrorAndAutoClose(self, err3);
          }
          if (self.decodeStrings) {
            var isUtf8 = (entry.generalPurposeBitFlag & 2048) !== 0;
            entry.fileComment = decodeBuffer(entry.fileCommentRaw, isUtf8);
            entry.fileName = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, self.strictFileNames);
            var errorMessage = validateFileName(entry.fileName);
            if (errorMessage != null) return emitErrorAndAutoClose(self, new Error(errorMessage));
          } else {
            entry.fileComment = entry.fileCommentRaw;
            entry.fileName = entry.fileNameRaw;
          }
          entry.comment = entry.fileComment;
          self.readEntryCursor += buffer.length;
          self.entriesRead += 1;
          for (var i = 0; i < entry.extraFields.length; i++) {
            var extraField = entry.extraFields[i];
            if (extraField.id !== 1) continue;
            var zip64EiefBuffer = extraField.data;
            var index = 0;
            if (entry.uncompressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include uncompressed size"));
              }
              entry.uncompressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.compressedSize === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include compressed size"));
              }
              entry.compressedSize = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            if (entry.relativeOffsetOfLocalHeader === 4294967295) {
              if (index + 8 > zip64EiefBuffer.length) {
                return emitErrorAndAutoClose(self, new Error("zip64 extended information extra field does not include relative header offset"));
              }
              entry.relativeOffsetOfLocalHeader = readUInt64LE(zip64EiefBuffer, index);
              index += 8;
            }
            break;
          }
          if (self.validateEntrySizes && entry.compressionMethod === 0) {
            var expectedCompressedSize = entry.uncompressedSize;
            if (entry.isEncrypted()) {
              expectedCompressedSize += 12;
            }
            if (entry.compressedSize !== expectedCompressedSize) {
              var msg = "compressed/uncompressed size mismatch for stored file: " + entry.compressedSize + " != " + entry.uncompressedSize;
              return emitErrorAndAutoClose(self, new Error(msg));
            }
          }
          self.emit("entry", entry);
          if (!self.lazyEntries) self._readEntry();
        });
      });
    };
    ZipFile.prototype.eachEntry = function() {
      const self = this;
      if (!self.lazyEntries) throw new Error("eachEntry() requires lazyEntries: true");
      if (self.hasEachEntryBeenCalled) throw new Error("eachEntry() must only be called once per ZipFile");
      self.hasEachEntryBeenCalled = true;
      let pendingResolveReject = null;
      self.on("entry", onEntry);
      self.on("end", onEnd);
      self.on("error", onError);
      function cleanup() {
        self.removeListener("entry", onEntry);
        self.removeListener("end", onEnd);
        self.removeListener("error", onError);
        if (self.autoClose) self.close();
      }
      function onEntry(entry) {
        let { resolve: resolve2 } = pendingResolveReject;
        pendingResolveReject = null;
        resolve2({ value: entry });
      }
      function onEnd() {
        let { resolve: resolve2 } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        resolve2({ done: true });
      }
      function onError(err) {
        let { reject } = pendingResolveReject;
        pendingResolveReject = null;
        cleanup();
        reject(err);
      }
      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          const promise = new Promise((resolve2, reject) => {
            if (pendingResolveReject != null) throw new Error("next() called before previous Promise was resolved.");
            pendingResolveReject = { resolve: resolve2, reject };
          });
          self.readEntry();
          return promise;
        },
        return(value) {
          cleanup();
          return Promise.resolve({ done: true, value });
        },
        throw(value) {
          cleanup();
          return Promise.reject(value);
        }
      };
    };
    ZipFile.prototype.openReadStream = function(entry, options2, callback) {
      var self = this;
      var relativeStart = 0;
      var relativeEnd = entry.compressedSize;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) {
        options2 = {};
      } else {
        if (options2.decodeFileData === false) {
          if (options2.decrypt != null) {
            throw new Error("cannot use options.decrypt when options.decodeFileData === false");
          }
          if (options2.decompress != null) {
            throw new Error("cannot use options.decompress when options.decodeFileData === false");
          }
        } else {
          if (options2.decrypt != null) {
            if (!entry.isEncrypted()) {
              throw new Error("options.decrypt can only be specified for encrypted entries. See also option decodeFileData.");
            }
            if (options2.decrypt !== false) throw new Error("invalid options.decrypt value: " + options2.decrypt);
            if (entry.isCompressed()) {
              if (options2.decompress !== false) throw new Error("entry is encrypted and compressed, and options.decompress !== false. See also option decodeFileData.");
            }
          }
          if (options2.decompress != null) {
            if (!entry.isCompressed()) {
              throw new Error("options.decompress can only be specified for compressed entries. See also option decodeFileData.");
            }
            if (!(options2.decompress === false || options2.decompress === true)) {
              throw new Error("invalid options.decompress value: " + options2.decompress);
            }
            decompress = options2.decompress;
          }
        }
        if (options2.start != null) {
          relativeStart = options2.start;
          if (relativeStart < 0) throw new Error("options.start < 0");
          if (relativeStart > entry.compressedSize) throw new Error("options.start > entry.compressedSize");
        }
        if (options2.end != null) {
          relativeEnd = options2.end;
          if (relativeEnd < 0) throw new Error("options.end < 0");
          if (relativeEnd > entry.compressedSize) throw new Error("options.end > entry.compressedSize");
          if (relativeEnd < relativeStart) throw new Error("options.end < options.start");
        }
      }
      var rawMode = options2.decodeFileData === false || // Explicitly requested raw.
      (entry.compressionMethod === 0 || // Naturally without compression.
      entry.compressionMethod === 8 && options2.decompress === false) && (!entry.isEncrypted() || // Naturally without encryption.
      options2.decrypt === false);
      if (options2.start != null || options2.end != null) {
        if (!rawMode) throw new Error("start/end range require options.decodeFileData === false for non-trivial encoded entries.");
      }
      if (!self.isOpen) return callback(new Error("closed"));
      if (entry.isEncrypted() && !rawMode) {
        if (options2.decrypt !== false) return callback(new Error("entry is encrypted, and options.decodeFileData !== false"));
      }
      var decompress;
      if (rawMode) {
        decompress = false;
      } else if (entry.compressionMethod === 8) {
        decompress = options2.decodeFileData !== true;
      } else {
        return callback(new Error("unsupported compression method: " + entry.compressionMethod));
      }
      self.readLocalFileHeader(entry, { minimal: true }, function(err, localFileHeader) {
        if (err) return callback(err);
        self.openReadStreamLowLevel(
          localFileHeader.fileDataStart,
          entry.compressedSize,
          relativeStart,
          relativeEnd,
          decompress,
          entry.uncompressedSize,
          callback
        );
      });
    };
    ZipFile.prototype.openReadStreamLowLevel = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, callback) {
      var self = this;
      var fileDataEnd = fileDataStart + compressedSize;
      var readStream = self.reader.createReadStream({
        start: fileDataStart + relativeStart,
        end: fileDataStart + relativeEnd
      });
      var endpointStream = readStream;
      if (decompress) {
        var destroyed = false;
        var inflateFilter = zlib.createInflateRaw();
        readStream.on("error", function(err) {
          setImmediate(function() {
            if (!destroyed) inflateFilter.emit("error", err);
          });
        });
        readStream.pipe(inflateFilter);
        if (self.validateEntrySizes) {
          endpointStream = new AssertByteCountStream(uncompressedSize);
          inflateFilter.on("error", function(err) {
            setImmediate(function() {
              if (!destroyed) endpointStream.emit("error", err);
            });
          });
          inflateFilter.pipe(endpointStream);
        } else {
          endpointStream = inflateFilter;
        }
        installDestroyFn(endpointStream, function() {
          destroyed = true;
          if (inflateFilter !== endpointStream) inflateFilter.unpipe(endpointStream);
          readStream.unpipe(inflateFilter);
          readStream.destroy();
        });
      }
      callback(null, endpointStream);
    };
    ZipFile.prototype.readLocalFileHeader = function(entry, options2, callback) {
      var self = this;
      if (callback == null) {
        callback = options2;
        options2 = null;
      }
      if (options2 == null) options2 = {};
      self.reader.ref();
      var buffer = newBuffer(30);
      readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader, function(err) {
        try {
          if (err) return callback(err);
          var signature = buffer.readUInt32LE(0);
          if (signature !== 67324752) {
            return callback(new Error("invalid local file header signature: 0x" + signature.toString(16)));
          }
          var fileNameLength = buffer.readUInt16LE(26);
          var extraFieldLength = buffer.readUInt16LE(28);
          var fileDataStart = entry.relativeOffsetOfLocalHeader + 30 + fileNameLength + extraFieldLength;
          if (fileDataStart + entry.compressedSize > self.fileSize) {
            return callback(new Error("file data overflows file bounds: " + fileDataStart + " + " + entry.compressedSize + " > " + self.fileSize));
          }
          if (options2.minimal) {
            return callback(null, { fileDataStart });
          }
          var localFileHeader = new LocalFileHeader();
          localFileHeader.fileDataStart = fileDataStart;
          localFileHeader.versionNeededToExtract = buffer.readUInt16LE(4);
          localFileHeader.generalPurposeBitFlag = buffer.readUInt16LE(6);
          localFileHeader.compressionMethod = buffer.readUInt16LE(8);
          localFileHeader.lastModFileTime = buffer.readUInt16LE(10);
          localFileHeader.lastModFileDate = buffer.readUInt16LE(12);
          localFileHeader.crc32 = buffer.readUInt32LE(14);
          localFileHeader.compressedSize = buffer.readUInt32LE(18);
          localFileHeader.uncompressedSize = buffer.readUInt32LE(22);
          localFileHeader.fileNameLength = fileNameLength;
          localFileHeader.extraFieldLength = extraFieldLength;
          buffer = newBuffer(fileNameLength + extraFieldLength);
          self.reader.ref();
          readAndAssertNoEof(self.reader, buffer, 0, buffer.length, entry.relativeOffsetOfLocalHeader + 30, function(err2) {
            try {
              if (err2) return callback(err2);
              localFileHeader.fileName = buffer.subarray(0, fileNameLength);
              localFileHeader.extraField = buffer.subarray(fileNameLength);
              return callback(null, localFileHeader);
            } finally {
              self.reader.unref();
            }
          });
        } finally {
          self.reader.unref();
        }
      });
    };
    ZipFile.prototype.openReadStreamPromise = function(entry, options2) {
      return new Promise((resolve2, reject) => {
        this.openReadStream(entry, options2, function(err, readStream) {
          if (err) return reject(err);
          resolve2(readStream);
        });
      });
    };
    ZipFile.prototype.openReadStreamLowLevelPromise = function(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize) {
      return new Promise((resolve2, reject) => {
        this.openReadStream(fileDataStart, compressedSize, relativeStart, relativeEnd, decompress, uncompressedSize, function(err, readStream) {
          if (err) return reject(err);
          resolve2(readStream);
        });
      });
    };
    ZipFile.prototype.readLocalFileHeaderPromise = function(entry, options2) {
      return new Promise((resolve2, reject) => {
        this.readLocalFileHeader(entry, options2, function(err, localFileHeader) {
          if (err) return reject(err);
          resolve2(localFileHeader);
        });
      });
    };
    function Entry() {
    }
    Entry.prototype.getLastModDate = function(options2) {
      if (options2 == null) options2 = {};
      if (!options2.forceDosFormat) {
        for (var i = 0; i < this.extraFields.length; i++) {
          var extraField = this.extraFields[i];
          if (extraField.id === 21589) {
            var data = extraField.data;
            if (data.length < 5) continue;
            var flags = data[0];
            var HAS_MTIME = 1;
            if (!(flags & HAS_MTIME)) continue;
            var posixTimestamp = data.readInt32LE(1);
            return new Date(posixTimestamp * 1e3);
          } else if (extraField.id === 10) {
            var data = extraField.data;
            if (data.length !== 32) continue;
            if (data.readUInt16LE(4) !== 1) continue;
            if (data.readUInt16LE(6) !== 24) continue;
            var hundredNanoSecondsSince1601 = data.readUInt32LE(8) + 4294967296 * data.readInt32LE(12);
            var millisecondsSince1970 = hundredNanoSecondsSince1601 / 1e4 - 116444736e5;
            return new Date(millisecondsSince1970);
          }
        }
      }
      return dosDateTimeToDate(this.lastModFileDate, this.lastModFileTime, options2.timezone);
    };
    Entry.prototype.canDecodeFileData = function() {
      return !this.isEncrypted() && (this.compressionMethod === 0 || this.compressionMethod === 8);
    };
    Entry.prototype.isEncrypted = function() {
      return (this.generalPurposeBitFlag & 1) !== 0;
    };
    Entry.prototype.isCompressed = function() {
      return this.compressionMethod === 8;
    };
    function LocalFileHeader() {
    }
    function dosDateTimeToDate(date, time, timezone) {
      var day = date & 31;
      var month = (date >> 5 & 15) - 1;
      var year = (date >> 9 & 127) + 1980;
      var millisecond = 0;
      var second = (time & 31) * 2;
      var minute = time >> 5 & 63;
      var hour = time >> 11 & 31;
      if (timezone == null || timezone === "local") {
        return new Date(year, month, day, hour, minute, second, millisecond);
      } else if (timezone === "UTC") {
        return new Date(Date.UTC(year, month, day, hour, minute, second, millisecond));
      } else {
        throw new Error("unrecognized options.timezone: " + options.timezone);
      }
    }
    function getFileNameLowLevel(generalPurposeBitFlag, fileNameBuffer, extraFields, strictFileNames) {
      var fileName = null;
      for (var i = 0; i < extraFields.length; i++) {
        var extraField = extraFields[i];
        if (extraField.id === 28789) {
          if (extraField.data.length < 6) {
            continue;
          }
          if (extraField.data.readUInt8(0) !== 1) {
            continue;
          }
          var oldNameCrc32 = extraField.data.readUInt32LE(1);
          if (crc322(fileNameBuffer) !== oldNameCrc32) {
            continue;
          }
          fileName = decodeBuffer(extraField.data.subarray(5), true);
          break;
        }
      }
      if (fileName == null) {
        var isUtf8 = (generalPurposeBitFlag & 2048) !== 0;
        fileName = decodeBuffer(fileNameBuffer, isUtf8);
      }
      if (!strictFileNames) {
        fileName = fileName.replace(/\\/g, "/");
      }
      return fileName;
    }
    function validateFileName(fileName) {
      if (fileName.indexOf("\\") !== -1) {
        return "invalid characters in fileName: " + fileName;
      }
      if (/^[a-zA-Z]:/.test(fileName) || /^\//.test(fileName)) {
        return "absolute path: " + fileName;
      }
      if (fileName.split("/").indexOf("..") !== -1) {
        return "invalid relative path: " + fileName;
      }
      return null;
    }
    function parseExtraFields(extraFieldBuffer) {
      var extraFields = [];
      var i = 0;
      while (i < extraFieldBuffer.length - 3) {
        var headerId = extraFieldBuffer.readUInt16LE(i + 0);
        var dataSize = extraFieldBuffer.readUInt16LE(i + 2);
        var dataStart = i + 4;
        var dataEnd = dataStart + dataSize;
        if (dataEnd > extraFieldBuffer.length) throw new Error("extra field length exceeds extra field buffer size");
        var dataBuffer = extraFieldBuffer.subarray(dataStart, dataEnd);
        extraFields.push({
          id: headerId,
          data: dataBuffer
        });
        i = dataEnd;
      }
      return extraFields;
    }
    function readAndAssertNoEof(reader, buffer, offset, length, position, callback) {
      if (length === 0) {
        return setImmediate(function() {
          callback(null, newBuffer(0));
        });
      }
      reader.read(buffer, offset, length, position, function(err, bytesRead) {
        if (err) return callback(err);
        if (bytesRead < length) {
          return callback(new Error("unexpected EOF"));
        }
        callback();
      });
    }
    util.inherits(AssertByteCountStream, Transform);
    function AssertByteCountStream(byteCount) {
      Transform.call(this);
      this.actualByteCount = 0;
      this.expectedByteCount = byteCount;
    }
    AssertByteCountStream.prototype._transform = function(chunk, encoding, cb) {
      this.actualByteCount += chunk.length;
      if (this.actualByteCount > this.expectedByteCount) {
        var msg = "too many bytes in the stream. expected " + this.expectedByteCount + ". got at least " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb(null, chunk);
    };
    AssertByteCountStream.prototype._flush = function(cb) {
      if (this.actualByteCount < this.expectedByteCount) {
        var msg = "not enough bytes in the stream. expected " + this.expectedByteCount + ". got only " + this.actualByteCount;
        return cb(new Error(msg));
      }
      cb();
    };
    util.inherits(RandomAccessReader2, EventEmitter);
    function RandomAccessReader2() {
      EventEmitter.call(this);
      this.refCount = 0;
    }
    RandomAccessReader2.prototype.ref = function() {
      this.refCount += 1;
    };
    RandomAccessReader2.prototype.unref = function() {
      var self = this;
      self.refCount -= 1;
      if (self.refCount > 0) return;
      if (self.refCount < 0) throw new Error("invalid unref");
      self.close(onCloseDone);
      function onCloseDone(err) {
        if (err) return self.emit("error", err);
        self.emit("close");
      }
    };
    RandomAccessReader2.prototype.createReadStream = function(options2) {
      if (options2 == null) options2 = {};
      var start = options2.start;
      var end = options2.end;
      if (start === end) {
        var emptyStream = new PassThrough();
        setImmediate(function() {
          emptyStream.end();
        });
        return emptyStream;
      }
      var stream = this._readStreamForRange(start, end);
      var destroyed = false;
      var refUnrefFilter = new RefUnrefFilter(this);
      stream.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) refUnrefFilter.emit("error", err);
        });
      });
      installDestroyFn(refUnrefFilter, function() {
        stream.unpipe(refUnrefFilter);
        refUnrefFilter.unref();
        stream.destroy();
      });
      var byteCounter = new AssertByteCountStream(end - start);
      refUnrefFilter.on("error", function(err) {
        setImmediate(function() {
          if (!destroyed) byteCounter.emit("error", err);
        });
      });
      installDestroyFn(byteCounter, function() {
        destroyed = true;
        refUnrefFilter.unpipe(byteCounter);
        refUnrefFilter.destroy();
      });
      return stream.pipe(refUnrefFilter).pipe(byteCounter);
    };
    RandomAccessReader2.prototype._readStreamForRange = function(start, end) {
      throw new Error("not implemented");
    };
    RandomAccessReader2.prototype.read = function(buffer, offset, length, position, callback) {
      var readStream = this.createReadStream({ start: position, end: position + length });
      var writeStream = new Writable();
      var written = 0;
      writeStream._write = function(chunk, encoding, cb) {
        chunk.copy(buffer, offset + written, 0, chunk.length);
        written += chunk.length;
        cb();
      };
      writeStream.on("finish", callback);
      readStream.on("error", function(error) {
        callback(error);
      });
      readStream.pipe(writeStream);
    };
    RandomAccessReader2.prototype.close = function(callback) {
      setImmediate(callback);
    };
    util.inherits(RefUnrefFilter, PassThrough);
    function RefUnrefFilter(context) {
      PassThrough.call(this);
      this.context = context;
      this.context.ref();
      this.unreffedYet = false;
    }
    RefUnrefFilter.prototype._flush = function(cb) {
      this.unref();
      cb();
    };
    RefUnrefFilter.prototype.unref = function(cb) {
      if (this.unreffedYet) return;
      this.unreffedYet = true;
      this.context.unref();
    };
    var cp437 = "\0☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼ !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~⌂ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■ ";
    function decodeBuffer(buffer, isUtf8) {
      if (isUtf8) {
        return buffer.toString("utf8");
      } else {
        var result = "";
        for (var i = 0; i < buffer.length; i++) {
          result += cp437[buffer[i]];
        }
        return result;
      }
    }
    function readUInt64LE(buffer, offset) {
      var lower32 = buffer.readUInt32LE(offset);
      var upper32 = buffer.readUInt32LE(offset + 4);
      return upper32 * 4294967296 + lower32;
    }
    var newBuffer;
    if (typeof Buffer.allocUnsafe === "function") {
      newBuffer = function(len) {
        return Buffer.allocUnsafe(len);
      };
    } else {
      newBuffer = function(len) {
        return new Buffer(len);
      };
    }
    function installDestroyFn(stream, fn) {
      if (typeof stream.destroy === "function") {
        stream._destroy = function(err, cb) {
          fn();
          if (cb != null) cb(err);
        };
      } else {
        stream.destroy = fn;
      }
    }
    function defaultCallback(err) {
      if (err) throw err;
    }
  }
});

// src/model/entry-path.ts
function formatEntryPath(path) {
  if (path.length === 0) return "(root)";
  let text2 = "";
  for (const segment of path) {
    if (typeof segment === "string") {
      const escaped = /[~/]/.test(segment) ? segment.replaceAll("~", "~0").replaceAll("/", "~1") : segment;
      const key = escaped === "" ? "~3" : escaped.startsWith("[") ? `~2${escaped.slice(1)}` : escaped;
      text2 += `${text2 === "" ? "" : "/"}${key}`;
    } else if ("index" in segment) text2 += `[${segment.index}]`;
    else if ("key" in segment) text2 += `[${segment.key.type === "bytes" ? `b:${segment.key.text}` : segment.key.text}]`;
    else text2 += `[${segment.compound}]`;
  }
  return text2;
}

// src/model/byte-source.ts
var chunkBytes = 512 * 1024;

// src/formats/codecs/memory-source.ts
function memorySource(name2, bytes) {
  return {
    name: name2,
    byteLength: bytes.byteLength,
    read(offset, length) {
      assertInside(name2, bytes.byteLength, offset, length);
      return bytes.slice(offset, offset + length);
    },
    readInto(target, offset) {
      assertInside(name2, bytes.byteLength, offset, target.byteLength);
      target.set(bytes.subarray(offset, offset + target.byteLength));
    }
  };
}
function windowSource(source, name2, offset, length) {
  assertInside(name2, source.byteLength, offset, length);
  return {
    name: name2,
    byteLength: length,
    read(at, count) {
      assertInside(name2, length, at, count);
      return source.read(offset + at, count);
    },
    readInto(target, at) {
      assertInside(name2, length, at, target.byteLength);
      source.readInto(target, offset + at);
    }
  };
}
var spareBuffers = [];
var mostSpare = 4;
async function* sourceChunks(source, offset = 0, length = source.byteLength - offset) {
  assertInside(source.name, source.byteLength, offset, length);
  const buffer = spareBuffers.pop() ?? new Uint8Array(chunkBytes);
  try {
    for (let done = 0; done < length; done += chunkBytes) {
      const part = length - done < chunkBytes ? buffer.subarray(0, length - done) : buffer;
      source.readInto(part, offset + done);
      yield part;
    }
  } finally {
    if (spareBuffers.length < mostSpare) spareBuffers.push(buffer);
  }
}
function assertInside(name2, byteLength, offset, length) {
  const whole = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 && length >= 0;
  if (whole && offset + length <= byteLength) return;
  throw new FormatProblem(
    "TRUNCATED",
    `${length} bytes were expected at offset ${offset}, but there are ${byteLength} bytes in all.`,
    {
      place: { file: name2, offset: Math.max(0, Math.min(offset, byteLength)) },
      remedy: "Write the file again: it is cut off, or its own sizes are wrong."
    }
  );
}

// src/formats/checkpoints/torch/dotted-name.ts
import { createHash } from "node:crypto";
var modules = /* @__PURE__ */ new Map([
  ["__builtin__", "builtins"],
  ["exceptions", "builtins"],
  ["copy_reg", "copyreg"],
  ["cPickle", "_pickle"],
  ["Queue", "queue"],
  ["ConfigParser", "configparser"],
  ["StringIO", "io"],
  ["cStringIO", "io"],
  ["UserDict", "collections"],
  ["UserList", "collections"],
  ["UserString", "collections"],
  ["torch.tensor", "torch._tensor"],
  ["pathlib._local", "pathlib"]
]);
var names = /* @__PURE__ */ new Map([
  ["builtins.xrange", "builtins.range"],
  ["builtins.long", "builtins.int"],
  ["builtins.unicode", "builtins.str"],
  ["builtins.basestring", "builtins.str"],
  ["builtins.unichr", "builtins.chr"],
  ["builtins.reduce", "functools.reduce"],
  ["builtins.intern", "sys.intern"],
  ["builtins.raw_input", "builtins.input"],
  ["itertools.izip", "builtins.zip"],
  ["itertools.imap", "builtins.map"],
  ["itertools.ifilter", "builtins.filter"],
  ["collections.UserDict", "collections.UserDict"]
]);
var maxLength = 300;
function dottedName(node) {
  if (node.kind === "extension") return `extension ${node.code}`;
  if (node.kind === "persistent") {
    const [tag, wrapped] = node.id.kind === "tuple" ? node.id.items : [];
    const isModule = tag?.kind === "str" && tag.value === "module" && wrapped?.kind === "global";
    return isModule ? globalName(wrapped.module, wrapped.name) : null;
  }
  return node.kind === "global" ? globalName(node.module, node.name) : null;
}
function globalName(module, name2) {
  if (/^torch\.(channels_last(_3d)?|contiguous_format|preserve_format)$/.test(name2)) return name2;
  const renamed = modules.get(module) ?? module.replace(/^numpy\.core(?=\.|$)/, "numpy._core");
  const dotted = `${renamed}.${name2}`;
  const known = names.get(dotted) ?? dotted;
  if (known.length <= maxLength) return known;
  return `${known.slice(0, 100)}… (${known.length} characters, SHA-256 ${createHash("sha256").update(known).digest("hex").slice(0, 16)})`;
}

// src/formats/checkpoints/torch/executable-references.ts
var plain = /* @__PURE__ */ new Set([
  ...["OrderedDict", "defaultdict", "Counter", "deque"].map((name2) => `collections.${name2}`),
  ...[
    ...["set", "frozenset", "complex", "bytearray", "bytes", "slice", "range", "Ellipsis", "NotImplemented", "object"],
    ...["list", "dict", "tuple", "int", "float", "bool", "str"]
  ].map((name2) => `builtins.${name2}`),
  ...["_codecs.encode", "copyreg._reconstructor", "copyreg.__newobj__", "copyreg.__newobj_ex__"],
  ...["numpy.dtype", "numpy.ndarray", "numpy._core.multiarray._reconstruct", "numpy._core.multiarray.scalar"],
  ...["numpy.matrix", "numpy.ma.core._mareconstruct", "numpy.ma.MaskedArray", "joblib.numpy_pickle.NumpyArrayWrapper"],
  ...["numpy._core.numeric._frombuffer", "numpy.random._pickle.__randomstate_ctor"],
  ...["numpy.random._pickle.__generator_ctor", "numpy.random._pickle.__bit_generator_ctor"],
  ...["datetime.datetime", "datetime.date", "datetime.time", "datetime.timedelta", "datetime.timezone"],
  ...["decimal.Decimal", "uuid.UUID", "fractions.Fraction", "argparse.Namespace"],
  ...["pathlib.PosixPath", "pathlib.PurePosixPath", "pathlib.WindowsPath", "pathlib.PureWindowsPath", "pathlib.Path"],
  ...["torch.Size", "torch.device", "torch.Tensor", "torch.nn.parameter.Parameter", "torch.nn.parameter.Buffer"],
  ...["torch.serialization._get_layout", "torch.storage._load_from_bytes", "torch._tensor._rebuild_from_type_v2"]
]);
var plainFamilies = [
  /^torch\._utils\._rebuild_\w+$/,
  // Storages of any module, dtypes, layouts, memory formats, quantization schemes.
  /^torch(\.cuda|\.storage|\.sparse|\.cuda\.sparse)?\.\w*Storage$/,
  /^torch\.(bool|(u?int|q?u?int|float|bfloat|complex|bits)[0-9][\w]*|per_(tensor|channel)_\w+|strided|sparse_\w+)$/,
  /^torch\.(channels_last(_3d)?|contiguous_format|preserve_format)$/,
  /^numpy\.random\.bit_generator\.(__pyx_unpickle_)?SeedSequence$/,
  /^numpy\.random\.(_mt19937\.MT19937|_pcg64\.PCG64(DXSM)?|_philox\.Philox|_sfc64\.SFC64)$/
];
function executableReferences(globals) {
  const found = new Set(globals.map(({ module, name: name2 }) => globalName(module, name2)));
  return [...found].filter((name2) => !plain.has(name2) && !plainFamilies.some((family) => family.test(name2)));
}

// src/formats/checkpoints/torch/flatten.ts
import { createHash as createHash3 } from "node:crypto";

// src/formats/codecs/element-count.ts
function elementCount(shape) {
  return shape.includes(0) ? 0 : shape.reduce((product, extent) => product * extent, 1);
}

// src/formats/codecs/rechunk.ts
async function* rechunk(pieces, skip = 0) {
  const pending = new Uint8Array(chunkBytes);
  let filled = 0;
  let skipping = skip;
  for await (const piece of pieces) {
    let taken = Math.min(skipping, piece.byteLength);
    skipping -= taken;
    while (taken < piece.byteLength) {
      const part = piece.subarray(taken, taken + chunkBytes - filled);
      pending.set(part, filled);
      filled += part.byteLength;
      taken += part.byteLength;
      if (filled === chunkBytes) {
        yield pending;
        filled = 0;
      }
    }
  }
  if (filled > 0) yield pending.subarray(0, filled);
}

// src/formats/codecs/strided-chunks.ts
var boxBytes = 4 * 1024 * 1024;
var sparsest = 4;
function rowMajorStrides(shape, itemBytes2) {
  const strides = [];
  let step = itemBytes2;
  for (const extent of shape.toReversed()) {
    strides.unshift(step);
    step *= extent;
  }
  return strides;
}
function columnMajorStrides(shape, itemBytes2) {
  return rowMajorStrides(shape.toReversed(), itemBytes2).toReversed();
}
async function* stridedChunks(array) {
  const { source, offset, shape, strides, itemBytes: itemBytes2, swapBytes } = array;
  const count = elementCount(shape);
  if (count === 0 || itemBytes2 === 0) return;
  const dims = shape.map((extent, dim) => ({ extent, stride: strides[dim] ?? 0 })).filter(({ extent }) => extent > 1);
  const natural = rowMajorStrides(
    dims.map(({ extent }) => extent),
    itemBytes2
  );
  if (dims.every(({ stride }, dim) => stride === natural[dim])) {
    for await (const chunk of sourceChunks(source, offset, count * itemBytes2)) {
      swapInPlace(chunk, swapBytes);
      yield chunk;
    }
    return;
  }
  yield* rechunk(gatheredBoxes(array, dims));
}
function* gatheredBoxes(array, all) {
  for (const { offset, dims } of boxes(all, array.offset, array.itemBytes)) {
    const output = new Uint8Array(dims.reduce((product, { extent }) => product * extent, array.itemBytes));
    gather(array.source, offset, withTargets(dims, array.itemBytes), array.itemBytes, output, 0);
    swapInPlace(output, array.swapBytes);
    yield output;
  }
}
function swapInPlace(bytes, size2) {
  if (size2 < 2) return;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (size2 === 2) buffer.swap16();
  else if (size2 === 4) buffer.swap32();
  else if (size2 === 8) buffer.swap64();
  else for (let at = 0; at + size2 <= bytes.length; at += size2) bytes.subarray(at, at + size2).reverse();
}
function withTargets(dims, itemBytes2) {
  const targets = rowMajorStrides(
    dims.map(({ extent }) => extent),
    itemBytes2
  );
  return dims.map((dim, index) => ({ ...dim, target: targets[index] ?? itemBytes2 }));
}
function* boxes(dims, offset, itemBytes2) {
  let split = 0;
  let inner = dims.reduce((product, { extent }) => product * extent, itemBytes2);
  while (split < dims.length && inner / (dims[split]?.extent ?? 1) > boxBytes) inner /= dims[split++]?.extent ?? 1;
  const cut = dims[split];
  if (cut === void 0) {
    yield { offset, dims };
    return;
  }
  const step = Math.max(1, Math.min(cut.extent, Math.floor(boxBytes / (inner / cut.extent))));
  const outer = dims.slice(0, split);
  const index = outer.map(() => 0);
  for (; ; ) {
    const start = outer.reduce((sum, { stride }, dim2) => sum + stride * (index[dim2] ?? 0), offset);
    for (let at = 0; at < cut.extent; at += step)
      yield {
        offset: start + at * cut.stride,
        dims: [{ extent: Math.min(step, cut.extent - at), stride: cut.stride }, ...dims.slice(split + 1)]
      };
    let dim = outer.length - 1;
    for (; dim >= 0; dim--) {
      index[dim] = (index[dim] ?? 0) + 1;
      if ((index[dim] ?? 0) < (outer[dim]?.extent ?? 0)) break;
      index[dim] = 0;
    }
    if (dim < 0) return;
  }
}
function gather(source, offset, dims, itemBytes2, output, target) {
  const bytes = dims.reduce((product, { extent }) => product * extent, itemBytes2);
  const below = dims.reduce((sum, { extent, stride }) => sum + Math.min(0, (extent - 1) * stride), 0);
  const above = dims.reduce((sum, { extent, stride }) => sum + Math.max(0, (extent - 1) * stride), itemBytes2);
  if (above - below <= sparsest * bytes) {
    scatter(source.read(offset + below, above - below), -below, dims, itemBytes2, output, target);
    return;
  }
  const widest = dims.reduce((best, dim) => Math.abs(dim.stride) > Math.abs(best.stride) ? dim : best);
  const rest = dims.filter((dim) => dim !== widest);
  for (let index = 0; index < widest.extent; index++)
    gather(source, offset + index * widest.stride, rest, itemBytes2, output, target + index * widest.target);
}
function scatter(bytes, from, dims, itemBytes2, output, to) {
  const [dim, ...rest] = dims;
  if (dim === void 0) {
    for (let byte = 0; byte < itemBytes2; byte++) output[to + byte] = bytes[from + byte] ?? 0;
    return;
  }
  if (rest.length > 0) {
    for (let index = 0; index < dim.extent; index++)
      scatter(bytes, from + index * dim.stride, rest, itemBytes2, output, to + index * dim.target);
    return;
  }
  if (dim.stride === itemBytes2 && dim.target === itemBytes2) {
    output.set(bytes.subarray(from, from + dim.extent * itemBytes2), to);
    return;
  }
  for (let index = 0; index < dim.extent; index++) {
    const source = from + index * dim.stride;
    const target = to + index * dim.target;
    for (let byte = 0; byte < itemBytes2; byte++) output[target + byte] = bytes[source + byte] ?? 0;
  }
}

// src/formats/checkpoints/torch/array-view.ts
var maxDimensions = 64;
function checkedView(view2, reading) {
  const { shape, strides, offset, itemBytes: itemBytes2, storage } = view2;
  const text2 = `[${shape.slice(0, maxDimensions).join(", ")}]`;
  if (shape.length > maxDimensions || shape.length !== strides.length)
    throw reading.problem("TENSOR_BOUNDS", `The tensor has ${shape.length} sizes and ${strides.length} strides.`);
  for (const value of [...shape, ...strides, offset])
    if (!Number.isSafeInteger(value) || value < 0)
      throw reading.problem("TENSOR_BOUNDS", `The tensor of shape ${text2} has a size, stride or offset of ${value}.`);
  if (shape.includes(0)) return view2;
  let last = offset + itemBytes2;
  let bytes = itemBytes2;
  for (const [dim, extent] of shape.entries()) {
    last += (extent - 1) * (strides[dim] ?? 0);
    bytes *= extent;
  }
  if (last > storage.byteLength || !Number.isSafeInteger(bytes))
    throw reading.problem(
      "TENSOR_BOUNDS",
      `The tensor of shape ${text2} reaches to byte ${last} of ${storage.name}, which has ${storage.byteLength} bytes.`
    );
  return view2;
}
function viewBytes(view2) {
  return elementCount(view2.shape) * view2.itemBytes;
}
function isContiguous(view2) {
  if (view2.shape.includes(0)) return true;
  const natural = rowMajorStrides(view2.shape, view2.itemBytes);
  return view2.shape.every((extent, dim) => extent === 1 || view2.strides[dim] === natural[dim]);
}
async function* viewChunks(view2) {
  const { storage, offset, shape, strides, itemBytes: itemBytes2, swapBytes } = view2;
  const byteLength = viewBytes(view2);
  if (byteLength === 0) return;
  const plain2 = swapBytes < 2 && !view2.conjugate && !view2.negative;
  if (isContiguous(view2)) {
    const chunks = storage.stream === void 0 ? sourceChunks(await storage.random(), offset, byteLength) : bounded(rechunk(storage.stream(), offset), byteLength);
    if (plain2) return yield* chunks;
    for await (const chunk of chunks) {
      swapInPlace(chunk, swapBytes);
      resolve(view2, chunk);
      yield chunk;
    }
    return;
  }
  const source = await storage.random();
  for await (const chunk of stridedChunks({ source, offset, shape, strides, itemBytes: itemBytes2, swapBytes })) {
    resolve(view2, chunk);
    yield chunk;
  }
}
async function* bounded(chunks, byteLength) {
  let left = byteLength;
  for await (const chunk of chunks) {
    if (left <= chunk.length) {
      yield chunk.subarray(0, left);
      return;
    }
    left -= chunk.length;
    yield chunk;
  }
}
function resolve(view2, chunk) {
  if (!view2.conjugate && !view2.negative || !isDType(view2.dtype)) return;
  const { bytes, kind } = dtypeFacts(view2.dtype);
  const part = kind === "complex" ? bytes / 2 : bytes;
  if (view2.conjugate && kind === "complex") flipSigns(chunk, 2 * part - 1, 2 * part);
  if (!view2.negative) return;
  if (kind === "float" || kind === "complex") flipSigns(chunk, part - 1, part);
  else if (kind === "int" || kind === "uint") negateIntegers(chunk, part);
}
function flipSigns(chunk, first, step) {
  for (let at = first; at < chunk.length; at += step) chunk[at] = (chunk[at] ?? 0) ^ 128;
}
function negateIntegers(chunk, bytes) {
  for (let at = 0; at < chunk.length; at += bytes) {
    let carry = 1;
    for (let index = at; index < at + bytes; index++) {
      const sum = ((chunk[index] ?? 0) ^ 255) + carry;
      chunk[index] = sum & 255;
      carry = sum >> 8;
    }
  }
}

// src/formats/checkpoints/torch/meaning.ts
function isMeaning(value) {
  return "as" in value;
}
function scalarMeaning(type, text2, structure = {}) {
  return { as: "scalar", scalar: { type, text: text2 }, structure };
}
function distinct(members) {
  const seen = /* @__PURE__ */ new Map();
  return members.map((member) => {
    const text2 = formatEntryPath([member.segment]);
    const times = (seen.get(text2) ?? 0) + 1;
    seen.set(text2, times);
    return times === 1 ? member : { segment: { compound: `${text2} #${times}` }, value: member.value };
  });
}
function partsMeaning(name2, reading, members, structure = {}) {
  return {
    as: "container",
    container: "object",
    class: name2,
    size: members.length,
    structure,
    members: distinct(members),
    reading
  };
}

// src/formats/checkpoints/torch/python-meaning.ts
import { createHash as createHash2 } from "node:crypto";

// src/formats/codecs/pickle/surrogate-utf8.ts
var strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeSurrogateUtf8(bytes) {
  try {
    return { valid: true, text: strict.decode(bytes), ambiguous: false };
  } catch {
    return decodeSlowly(bytes);
  }
}
function decodeSlowly(bytes) {
  const parts = [];
  let ambiguous = false;
  let lastWasHigh = false;
  for (let at = 0; at < bytes.length; ) {
    const length = characterLength(bytes, at);
    if (length === 0) return { valid: false, at };
    const point = codePoint(bytes, at, length);
    const low = length === 3 && point >= 56320 && point <= 57343;
    if (low && lastWasHigh) ambiguous = true;
    lastWasHigh = point >= 55296 && point <= 56319;
    parts.push(String.fromCodePoint(point));
    at += length;
  }
  return { valid: true, text: parts.join(""), ambiguous };
}
function characterLength(bytes, at) {
  const first = bytes[at] ?? 255;
  if (first < 128) return 1;
  const length = first >= 240 ? 4 : first >= 224 ? 3 : 2;
  if (first < 194 || first > 244 || at + length > bytes.length) return 0;
  for (let index = 1; index < length; index++) if (((bytes[at + index] ?? 0) & 192) !== 128) return 0;
  const second = bytes[at + 1] ?? 0;
  if (first === 224 && second < 160 || first === 240 && second < 144 || first === 244 && second > 143)
    return 0;
  return length;
}
function codePoint(bytes, at, length) {
  let point = (bytes[at] ?? 0) & (length === 1 ? 127 : 255 >> length + 1);
  for (let index = 1; index < length; index++) point = point << 6 | (bytes[at + index] ?? 0) & 63;
  return point;
}
function encodeSurrogateUtf8(text2) {
  if (!/[\ud800-\udfff]/u.test(text2)) return new TextEncoder().encode(text2);
  const bytes = [];
  for (const character of text2) {
    const point = character.codePointAt(0) ?? 0;
    if (point >= 55296 && point <= 57343)
      bytes.push(224 | point >> 12, 128 | point >> 6 & 63, 128 | point & 63);
    else bytes.push(...new TextEncoder().encode(character));
  }
  return Uint8Array.from(bytes);
}

// src/formats/checkpoints/torch/latin1-source.ts
var blockBytes = 64 * 1024;
function latin1Source(range, name2) {
  const before = [];
  let count = 0;
  for (let start = 0; start < range.length; start += blockBytes) {
    before.push(count);
    const block = range.source.read(range.offset + start, Math.min(blockBytes, range.length - start));
    for (const byte of block) {
      if (byte > 195) return null;
      if ((byte & 192) !== 128) count++;
    }
  }
  const total = count;
  const readInto = (target, offset) => {
    let block = blockAt(before, offset);
    let filled = 0;
    while (filled < target.length) {
      const start = block * blockBytes;
      const utf83 = range.source.read(range.offset + start, Math.min(blockBytes + 1, range.length - start));
      const end = Math.min(blockBytes, utf83.length);
      let index = before[block] ?? 0;
      for (let at = 0; at < end && filled < target.length; at++) {
        const byte = utf83[at] ?? 0;
        if ((byte & 192) === 128) continue;
        if (index++ < offset) continue;
        target[filled++] = byte < 128 ? byte : (byte & 3) << 6 | (utf83[at + 1] ?? 0) & 63;
      }
      block++;
    }
  };
  const unbounded = {
    name: name2,
    byteLength: total,
    read(offset, length) {
      const target = new Uint8Array(length);
      readInto(target, offset);
      return target;
    },
    readInto
  };
  return windowSource(unbounded, name2, 0, total);
}
function blockAt(before, offset) {
  let low = 0;
  let high = before.length - 1;
  while (low < high) {
    const middle = low + high + 1 >>> 1;
    if ((before[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/formats/checkpoints/torch/python-meaning.ts
var maxScalarText = 16 * 1024;
var maxScalarBytes = 1024;
function scalarOf(node) {
  switch (node.kind) {
    case "none":
      return scalarMeaning("none", "None");
    case "bool":
      return scalarMeaning("bool", node.value ? "True" : "False");
    case "int":
      return scalarMeaning("int", String(node.value));
    case "float":
      return scalarMeaning("float", node.nan === void 0 ? floatText(node.value) : `nan:${node.nan}`);
    case "str":
      return node.value !== null && node.value.length <= maxScalarText ? scalarMeaning("str", node.value) : null;
    case "bytes":
      return bytesScalar(node.range, node.mutable ? "bytearray" : "bytes");
    case "global":
    case "extension":
    case "persistent": {
      const name2 = dottedName(node);
      return name2 === null ? null : scalarMeaning("name", name2);
    }
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "object":
      return null;
    default:
      return node;
  }
}
function plainMeaning(node, reading) {
  const scalar = scalarOf(node);
  if (scalar !== null) return scalar;
  if (node.kind === "str") return opaqueRange("str", node.range ?? heldText(node.value ?? ""));
  if (node.kind === "bytes") return opaqueRange(node.mutable ? "bytearray" : "bytes", node.range);
  if (node.kind === "set")
    return { as: "set", structure: { type: node.frozen ? "frozenset" : "set" }, members: node.items, reading };
  if (node.kind === "dict") return mappingMeaning("dict", node.pairs, reading, node.replaced);
  if (node.kind === "list" || node.kind === "tuple") return sequenceMeaning(node.kind, node.items, reading);
  const members = node.kind === "persistent" ? [{ segment: { compound: "id" }, value: node.id }] : [];
  return partsMeaning("persistent id", reading, members);
}
function sequenceMeaning(type, items, reading) {
  return {
    as: "container",
    container: "sequence",
    size: items.length,
    structure: { type },
    members: positions(items),
    reading
  };
}
function* positions(items) {
  for (const [index, value] of items.entries()) yield { segment: { index }, value };
}
function mappingMeaning(type, pairs, reading, replaced = []) {
  const members = pairMembers(pairs);
  const structure = pairs.length < 2 ? { type } : { type, order: orderText(members.map(({ segment }) => segment)) };
  for (const [index, [key, value]] of replaced.entries()) {
    const text2 = segmentText(keySegment(key));
    reading.note({
      code: "DUPLICATE_KEY",
      message: `The key ${JSON.stringify(text2.slice(0, 200))} is set twice: the last value counts, the earlier one is compared as well.`
    });
    members.push({ segment: { compound: `replaced value ${index} of ${text2}` }, value });
  }
  return {
    as: "container",
    container: "mapping",
    size: members.length,
    structure,
    members: distinct(members),
    reading
  };
}
function pairMembers(pairs) {
  const members = [];
  for (const [key, value] of pairs) {
    const segment = keySegment(key);
    members.push({ segment, value });
    if (typeof segment === "string" || !("compound" in segment) || spellKey(key).exact) continue;
    members.push({ segment: { compound: `key ${segment.compound}` }, value: key });
  }
  return members;
}
function keySegment(key) {
  if (key.kind === "str" && key.value !== null && key.value.length <= maxKeyText) return key.value;
  const range = keyBytes(key);
  const scalar = key.kind === "str" ? null : range === null ? scalarOf(key) : bytesScalar(range, "bytes");
  const isLong = range !== null && range.length > 64;
  return scalar === null || isLong ? { compound: spellKey(key).text } : { key: scalar.scalar };
}
var maxKeyText = 1024;
var maxKeyParts = 1e3;
var maxKeyDepth = 32;
function spellKey(key) {
  let budget = maxKeyParts;
  let exact = true;
  const list = (nodes, depth) => {
    if (nodes.length > budget) exact = false;
    return nodes.slice(0, Math.max(0, budget)).map((node) => spell(node, depth + 1));
  };
  const spell = (node, depth) => {
    if (--budget < 0 || depth > maxKeyDepth) {
      exact = false;
      return "…";
    }
    if (node.kind === "str") return strText(node);
    const range = keyBytes(node);
    if (range !== null) return rangeText("bytes", range);
    if (node.kind === "tuple") return `(${list(node.items, depth).join(", ")})`;
    if (node.kind === "set") return `{${list(node.items, depth).sort().join(", ")}}`;
    if (node.kind === "dict") {
      if (node.replaced.length > 0) exact = false;
      return `{${node.pairs.slice(0, budget).map((pair) => list(pair, depth).join(": ")).join(", ")}}`;
    }
    if (node.kind !== "object") {
      const scalar = scalarOf(node);
      if (scalar === null) exact = false;
      return scalar?.scalar.text ?? node.kind;
    }
    const { name: name2, args } = objectParts(node);
    const [members] = args.kind === "tuple" ? args.items : [];
    if ((name2 === "builtins.frozenset" || name2 === "builtins.set") && members?.kind === "list")
      return `{${list(members.items, depth).sort().join(", ")}}`;
    if (node.items.length + node.pairs.length > 0 || node.kwargs !== null || name2 === null) exact = false;
    return `${name2 ?? "object"}${spell(args, depth + 1)}${list(node.states, depth).join("")}`;
  };
  const text2 = spell(key, 0);
  if (text2.length <= 200) return { text: text2, exact };
  return {
    text: `${text2.slice(0, 80)}… SHA-256 ${createHash2("sha256").update(text2).digest("hex").slice(0, 32)}`,
    exact
  };
}
var spelled = /* @__PURE__ */ new WeakMap();
function strText(node) {
  if (node.value === null) return rangeText("str", node.range);
  if (node.value.length <= 200) return JSON.stringify(node.value);
  const known = spelled.get(node);
  if (known !== void 0) return known;
  const text2 = `str of ${node.value.length} characters, SHA-256 ${shortDigest(encodeSurrogateUtf8(node.value))}`;
  spelled.set(node, text2);
  return text2;
}
function rangeText(kind, range) {
  const known = range === null ? kind : spelled.get(range);
  if (range === null || known !== void 0) return known ?? kind;
  const read = (length) => shortDigest(range.source.read(range.offset, length));
  const text2 = `${kind} of ${range.length} bytes, SHA-256 ${read(Math.min(range.length, 1024 * 1024))}`;
  spelled.set(range, text2);
  return text2;
}
function shortDigest(bytes) {
  return createHash2("sha256").update(bytes).digest("hex").slice(0, 32);
}
function keyBytes(node) {
  if (node.kind === "bytes") return node.range;
  if (node.kind !== "object" || dottedName(node.callee) !== "_codecs.encode") return null;
  const [text2] = node.args.kind === "tuple" ? node.args.items : [];
  return text2?.kind === "str" && text2.value !== null && text2.value.length <= 200 ? nodeBytes(node) : null;
}
function segmentText(segment) {
  if (typeof segment === "string") return segment;
  if ("index" in segment) return String(segment.index);
  return "key" in segment ? segment.key.text : segment.compound;
}
function orderText(segments) {
  const text2 = segments.map(segmentText).join(", ");
  return text2.length <= 120 ? text2 : `${segments.length} keys, SHA-256 ${createHash2("sha256").update(text2).digest("hex").slice(0, 16)}`;
}
function nodeBytes(node) {
  if (node === void 0) return null;
  if (node.kind === "bytes") return node.range;
  if (node.kind === "str") return latin1Range(node);
  if (node.kind !== "object" || node.args.kind !== "tuple") return null;
  const name2 = dottedName(node.callee);
  const [value, encoding] = node.args.items;
  if (name2 === "_codecs.encode") return isLatin1(encoding) ? latin1Range(value) : null;
  if (name2 === "builtins.bytes" || name2 === "builtins.bytearray") {
    if (value === void 0) return heldBytes(new Uint8Array(0));
    if (value.kind === "str") return isLatin1(encoding) ? latin1Range(value) : null;
    return value.kind === "object" ? encodedRange(value) : value.kind === "bytes" ? value.range : null;
  }
  return null;
}
function encodedRange(node) {
  return dottedName(node.callee) === "_codecs.encode" ? nodeBytes(node) : null;
}
function isLatin1(node) {
  return node?.kind === "str" && /^(latin-?1|iso-?8859-?1)$/i.test(node.value ?? "");
}
function latin1Range(node) {
  if (node?.kind !== "str") return null;
  if (node.value !== null) {
    if (/[^\x00-\xff]/.test(node.value)) return null;
    return heldBytes(Buffer.from(node.value, "latin1"));
  }
  if (node.range === null) return null;
  const source = latin1Source(node.range, node.range.source.name);
  return source === null ? null : { source, offset: 0, length: source.byteLength };
}
function heldBytes(bytes) {
  return { source: memorySource("bytes", bytes), offset: 0, length: bytes.length };
}
function heldText(text2) {
  return heldBytes(encodeSurrogateUtf8(text2));
}
function bytesMeaning(range, type) {
  return bytesScalar(range, type) ?? opaqueRange(type, range);
}
function bytesScalar(range, type) {
  if (range.length > maxScalarBytes) return null;
  const text2 = Buffer.from(range.source.read(range.offset, range.length)).toString("hex");
  return scalarMeaning("bytes", text2, { type });
}
function opaqueRange(what, range) {
  const { source, offset, length } = range;
  const window = windowSource(source, source.name, offset, length);
  return { as: "opaque", what, byteLength: length, structure: {}, chunks: () => sourceChunks(window) };
}
function objectMeaning(node, reading, skip = () => false) {
  const { name: name2, args, base } = objectParts(node);
  const items = base?.kind === "list" ? [...base.items, ...node.items] : node.items;
  const pairs = base?.kind === "dict" ? [...base.pairs, ...node.pairs] : node.pairs;
  const isBare = items.length === 0 && pairs.length === 0;
  const members = [];
  const add = (compound, value) => {
    members.push({ segment: { compound }, value });
  };
  if (name2 === null) add("callee", node.callee);
  if (base !== null && base.kind !== "list" && base.kind !== "dict") add("base value", base);
  if (args.kind !== "tuple") add("arguments", args);
  else for (const [index, value] of args.items.entries()) add(`argument ${index}`, value);
  if (node.kwargs !== null) add("keyword arguments", node.kwargs);
  for (const [index, state] of node.states.entries()) {
    const fields = index === 0 && isBare ? stateFields(state) : null;
    if (fields === null) add(index === 0 ? "state" : `state ${index}`, state);
    else
      for (const [key, value] of fields)
        if (!(key.kind === "str" && skip(key.value ?? ""))) members.push({ segment: keySegment(key), value });
  }
  for (const member of positions(items)) members.push(member);
  for (const member of pairMembers(pairs)) members.push(member);
  return partsMeaning(name2 ?? "call of an object", reading, members);
}
function stateFields(state) {
  if (state.kind === "dict") return state.replaced.length === 0 ? state.pairs : null;
  if (state.kind !== "tuple" || state.items.length !== 2) return null;
  const fields = [];
  for (const part of state.items) {
    if (part.kind === "none") continue;
    if (part.kind !== "dict" || part.replaced.length > 0) return null;
    fields.push(...part.pairs);
  }
  const names2 = new Set(fields.map(([key]) => key.kind === "str" ? key.value : null));
  return names2.size === fields.length ? fields : null;
}
function objectParts(node) {
  const name2 = dottedName(node.callee);
  const plain2 = { name: name2, args: node.args, base: null };
  if (node.how === "new" || node.args.kind !== "tuple") return plain2;
  const [cls, second, third] = node.args.items;
  if (cls === void 0) return plain2;
  if (name2 === "copyreg._reconstructor" && node.args.items.length === 3) {
    const made = dottedName(cls);
    const bare = second?.kind === "global" && dottedName(second) === "builtins.object";
    if (made !== null) return { name: made, args: { kind: "tuple", items: [] }, base: bare ? null : third ?? null };
  }
  if (name2 === "copyreg.__newobj__") {
    const made = dottedName(cls);
    if (made !== null) return { name: made, args: { kind: "tuple", items: node.args.items.slice(1) }, base: null };
  }
  return plain2;
}

// src/formats/checkpoints/torch/collection-meaning.ts
function collectionMeaning(node, name2, reading) {
  if (node.args.kind !== "tuple" || node.kwargs !== null) return null;
  const args = node.args.items;
  const bare = node.states.length + node.items.length + node.pairs.length === 0;
  switch (name2) {
    case "collections.OrderedDict":
    case "collections.Counter":
    case "collections.defaultdict":
      return node.items.length > 0 || node.states.length > 1 ? null : mapping(node, name2, args, reading);
    case "collections.deque":
      return node.states.length + node.pairs.length > 0 ? null : deque(node, args, reading);
    case "builtins.set":
    case "builtins.frozenset": {
      const [members] = args;
      if (!bare || args.length > 1 || members !== void 0 && members.kind !== "list" && members.kind !== "tuple")
        return null;
      const structure = { type: name2.slice("builtins.".length) };
      return { as: "set", structure, members: members?.items ?? [], reading };
    }
    case "builtins.complex": {
      const parts = args.map((part) => part.kind === "float" ? scalarOf(part)?.scalar.text : void 0);
      if (!bare || parts.length !== 2 || parts.includes(void 0)) return null;
      return scalarMeaning("complex", parts.join(","));
    }
    case "_codecs.encode":
    case "builtins.bytes":
    case "builtins.bytearray": {
      const range = bare ? nodeBytes(node) : null;
      return range === null ? null : bytesMeaning(range, name2 === "builtins.bytearray" ? "bytearray" : "bytes");
    }
    case "builtins.getattr": {
      const owner = args[0] === void 0 ? null : dottedName(args[0]);
      const attribute = args[1]?.kind === "str" ? args[1].value : null;
      return bare && args.length === 2 && owner !== null && attribute !== null ? scalarMeaning("name", `${owner}.${attribute}`) : null;
    }
    default:
      return null;
  }
}
function mapping(node, name2, args, reading) {
  const [first, more] = args;
  const [state] = node.states;
  let pairs = node.pairs;
  let type = name2;
  let replaced = [];
  if (more !== void 0) return null;
  if (name2 === "collections.defaultdict") {
    const factory = first === void 0 || first.kind === "none" ? "None" : dottedName(first);
    if (factory === null) return null;
    type = `${name2}(${factory})`;
  } else if (first !== void 0) {
    const given = name2 === "collections.Counter" && first.kind === "dict" ? first.pairs : listedPairs(first);
    if (given === null || pairs.length > 0) return null;
    pairs = given;
    replaced = first.kind === "dict" ? first.replaced : [];
  }
  const meaning = mappingMeaning(type, withoutRepeats(pairs), reading, [
    ...replaced,
    ...repeats(pairs)
  ]);
  return state === void 0 ? meaning : { ...meaning, attributes: state };
}
function listedPairs(node) {
  if (node.kind !== "list") return null;
  const pairs = [];
  for (const item of node.items) {
    if (item.kind !== "list" && item.kind !== "tuple") return null;
    const [key, value] = item.items;
    if (key === void 0 || value === void 0 || item.items.length !== 2) return null;
    pairs.push([key, value]);
  }
  return pairs;
}
function lastPlaces(pairs) {
  const last = /* @__PURE__ */ new Map();
  for (const [index, [key]] of pairs.entries())
    if (key.kind === "str" && key.value !== null) last.set(key.value, index);
  return last;
}
function withoutRepeats(pairs) {
  const last = lastPlaces(pairs);
  const isLast = ([key], index) => key.kind !== "str" || key.value === null || last.get(key.value) === index;
  return pairs.every(isLast) ? pairs : pairs.filter(isLast);
}
function repeats(pairs) {
  const kept = withoutRepeats(pairs);
  if (kept.length === pairs.length) return [];
  const set = new Set(kept);
  return pairs.filter((pair) => !set.has(pair));
}
function deque(node, args, reading) {
  const [initial, limit] = args;
  const first = initial === void 0 ? [] : initial.kind === "list" || initial.kind === "tuple" ? initial.items : null;
  const limitText = limit === void 0 ? "None" : scalarOf(limit)?.scalar.text;
  if (first === null || limitText === void 0 || args.length > 2) return null;
  return sequenceMeaning(`collections.deque, maxlen ${limitText}`, [...first, ...node.items], reading);
}

// src/formats/codecs/numpy-dtype.ts
var numbers = /* @__PURE__ */ new Map([
  ["b1", "bool"],
  ["i1", "int8"],
  ["i2", "int16"],
  ["i4", "int32"],
  ["i8", "int64"],
  ["u1", "uint8"],
  ["u2", "uint16"],
  ["u4", "uint32"],
  ["u8", "uint64"],
  ["f2", "float16"],
  ["f4", "float32"],
  ["f8", "float64"],
  ["c8", "complex64"],
  ["c16", "complex128"]
]);
var spelling = /^([<>|=]?)([?a-zA-Z])(\d{0,9})(\[[0-9a-zA-Zμ]{0,20}\])?$/;
function parseNumpyDescr(descr) {
  const match = spelling.exec(descr);
  if (match === null) return null;
  const [, order = "", letter = "", digits = "", unit = ""] = match;
  if (letter === "O") return { kind: "object", descr, itemBytes: 8 };
  const code = letter === "?" ? "b1" : `${letter}${digits}`;
  const dtype = unit === "" ? numbers.get(code) : void 0;
  const swap = (bytes) => order === ">" ? bytes : 0;
  if (dtype !== void 0) {
    const itemBytes2 = Number(code.slice(1));
    return { kind: "number", descr, dtype, itemBytes: itemBytes2, swapBytes: swap(letter === "c" ? itemBytes2 / 2 : itemBytes2) };
  }
  const neutral = descr.replace(/^[>=]/, "<");
  const size2 = Number(digits);
  if (letter === "U") return { kind: "raw", descr: neutral, itemBytes: 4 * size2, swapBytes: swap(4) };
  if ("SaV".includes(letter)) return { kind: "raw", descr: neutral, itemBytes: size2, swapBytes: 0 };
  if ((letter === "M" || letter === "m") && size2 === 8)
    return { kind: "raw", descr: neutral, itemBytes: 8, swapBytes: swap(8) };
  if (letter === "f" && (size2 === 12 || size2 === 16))
    return { kind: "raw", descr: neutral, itemBytes: size2, swapBytes: swap(size2) };
  if (letter === "c" && (size2 === 24 || size2 === 32))
    return { kind: "raw", descr: neutral, itemBytes: size2, swapBytes: swap(size2 / 2) };
  return null;
}
function parseNumpyType(value) {
  if (value.type === "str") return parseNumpyDescr(value.text);
  if (value.type !== "list") return null;
  const fields = [];
  let offset = 0;
  for (const item of value.items) {
    if (item.type !== "list" || item.items.length < 2 || item.items.length > 3) return null;
    const name2 = fieldName(item.items[0]);
    const type = item.items[1] === void 0 ? null : parseNumpyType(item.items[1]);
    const shape = item.items[2] === void 0 ? [] : dimensions(item.items[2]);
    if (name2 === null || type === null || shape === null) return null;
    const bytes = shape.reduce((product, extent) => product * extent, type.itemBytes);
    if (!Number.isSafeInteger(offset + bytes)) return null;
    if (name2 !== "" || type.kind !== "raw") fields.push({ name: name2, offset, shape, type });
    offset += bytes;
  }
  if (new Set(fields.map(({ name: name2 }) => name2)).size !== fields.length) return null;
  return { kind: "record", itemBytes: offset, fields };
}
function holdsObjects(type) {
  return type.kind === "object" || type.kind === "record" && type.fields.some((field) => holdsObjects(field.type));
}
function fieldName(value) {
  if (value?.type === "str") return value.text;
  const name2 = value?.type === "list" && value.items.length === 2 ? value.items[1] : void 0;
  return name2?.type === "str" ? name2.text : null;
}
function dimensions(value) {
  const items = value.type === "list" ? value.items : [value];
  const extents = items.map((item) => item.type === "int" ? Number(item.text) : Number.NaN);
  return extents.every((extent) => Number.isSafeInteger(extent) && extent >= 0) ? extents : null;
}

// src/formats/codecs/pickle/pickle-node.ts
var noneNode = { kind: "none" };
var trueNode = { kind: "bool", value: true };
var falseNode = { kind: "bool", value: false };
function safeInteger(node) {
  return node?.kind === "int" && typeof node.value === "number" ? node.value : null;
}
function plainText(node) {
  return node?.kind === "str" ? node.value : null;
}

// src/formats/checkpoints/torch/numpy-meaning.ts
var maxTypeDepth = 16;
function numpyMeaning(node, name2, reading) {
  const args = node.args.kind === "tuple" ? node.args.items : [];
  if (node.kwargs !== null || node.items.length + node.pairs.length > 0) return null;
  if (name2 === "numpy._core.multiarray._reconstruct") return reconstructed(node, args, reading);
  if (name2 === "numpy.dtype") {
    const type = numpyType(node, 0);
    return type === null ? null : scalarMeaning("name", `numpy.dtype ${typeText(type)}`);
  }
  if (node.states.length > 0) return null;
  if (name2 === "numpy._core.numeric._frombuffer") return fromBuffer(args, reading);
  if (name2 === "numpy._core.multiarray.scalar") return numpyScalar(args, reading);
  return null;
}
function reconstructed(node, args, reading) {
  const [state, more] = node.states;
  if (state?.kind !== "tuple" || more !== void 0) return null;
  const parts = state.items.length === 5 ? state.items.slice(1) : state.items;
  const [shapeNode, dtypeNode, fortran, data] = parts;
  const type = dtypeNode === void 0 ? null : numpyType(dtypeNode, 0);
  if (parts.length !== 4 || type === null || data === void 0) return null;
  const shape = dimensionsOf(shapeNode, reading);
  const subclass = args[0] === void 0 ? null : dottedName(args[0]);
  const structure = subclass === null || subclass === "numpy.ndarray" ? {} : { "tensor-class": subclass };
  const isFortran = fortran?.kind === "bool" ? fortran.value : safeInteger(fortran) === 1;
  if (data.kind === "list") return objectArray(type, shape, data.items, isFortran, structure, reading);
  const bytes = nodeBytes(data);
  return bytes === null ? null : numpyArray({ type, shape, isFortran, bytes, structure, identity: node }, reading);
}
function fromBuffer(args, reading) {
  const [buffer, dtypeNode, shapeNode, order] = args;
  const bytes = nodeBytes(buffer);
  const type = dtypeNode === void 0 ? null : numpyType(dtypeNode, 0);
  if (bytes === null || type === null || buffer === void 0 || args.length > 5) return null;
  const shape = dimensionsOf(shapeNode, reading);
  return numpyArray(
    { type, shape, isFortran: plainText(order) === "F", bytes, structure: {}, identity: buffer },
    reading
  );
}
function objectArray(type, shape, items, isFortran, structure, reading) {
  if (items.length !== elementCount(shape))
    throw reading.problem("NUMPY_SIZE", `An object array of shape [${shape.join(", ")}] has ${items.length} members.`);
  const order = isFortran ? ", Fortran order" : "";
  const name2 = `numpy.ndarray of ${typeText(type)}, shape [${shape.join(", ")}]${order}`;
  return {
    as: "container",
    container: "object",
    class: name2,
    size: items.length,
    structure,
    members: positions(items),
    reading
  };
}
var storages = /* @__PURE__ */ new WeakMap();
function numpyArray(array, reading) {
  const { type, shape, isFortran, bytes } = array;
  const wanted = shape.reduce((product, extent) => product * BigInt(extent), BigInt(type.itemBytes));
  if (wanted !== BigInt(bytes.length))
    throw reading.problem(
      "NUMPY_SIZE",
      `An array of ${typeText(type)} and shape [${shape.join(", ")}] takes ${wanted} bytes; ${bytes.length} are there.`
    );
  let storage = storages.get(array.identity);
  if (storage === void 0) {
    const source = windowSource(bytes.source, `${reading.file}, array`, bytes.offset, bytes.length);
    const name2 = "the data of the array";
    storage = { name: name2, byteLength: bytes.length, device: null, bigEndian: false, random: () => source };
    storages.set(array.identity, storage);
  }
  const folded = isFortran && !shape.includes(0) && shape.filter((extent) => extent > 1).length > 1;
  const structure = folded ? { ...array.structure, strides: "Fortran order" } : array.structure;
  const strides = isFortran ? columnMajorStrides(shape, type.itemBytes) : rowMajorStrides(shape, type.itemBytes);
  return fieldMeaning(type, 0, shape, strides, storage, structure, reading);
}
function fieldMeaning(type, offset, shape, strides, storage, structure, reading) {
  if (type.kind === "record") {
    const members = type.fields.map((field) => {
      const inner = rowMajorStrides(field.shape, field.type.itemBytes);
      const at = offset + field.offset;
      const all = [...strides, ...inner];
      return {
        segment: field.name,
        // Its own object: that the fields of a record share bytes is no aliasing.
        value: fieldMeaning(field.type, at, [...shape, ...field.shape], all, { ...storage }, structure, reading)
      };
    });
    return {
      as: "container",
      container: "mapping",
      size: members.length,
      structure: { type: "structured array" },
      members,
      reading
    };
  }
  const swapBytes = type.kind === "object" ? 0 : type.swapBytes;
  const view2 = {
    as: "array",
    dtype: type.kind === "number" ? type.dtype : `NumPy array of ${type.descr}`,
    itemBytes: type.itemBytes,
    swapBytes,
    shape,
    strides,
    offset,
    storage,
    conjugate: false,
    negative: false,
    structure: swapBytes > 1 ? { ...structure, "byte-order": "big" } : structure,
    attributes: [],
    reading
  };
  return checkedView(view2, reading);
}
function numpyScalar(args, reading) {
  const [dtypeNode, data] = args;
  const type = dtypeNode === void 0 ? null : numpyType(dtypeNode, 0);
  if (type === null || data === void 0 || args.length !== 2) return null;
  if (type.kind === "object")
    return partsMeaning("numpy.object_", reading, [{ segment: { compound: "value" }, value: data }]);
  const bytes = nodeBytes(data);
  if (bytes === null) return null;
  if (type.kind !== "number" || bytes.length !== type.itemBytes)
    return numpyArray({ type, shape: [], isFortran: false, bytes, structure: {}, identity: data }, reading);
  const held2 = bytes.source.read(bytes.offset, bytes.length);
  if (type.swapBytes > 1)
    for (let at = 0; at < held2.length; at += type.swapBytes) held2.subarray(at, at + type.swapBytes).reverse();
  const view2 = new DataView(held2.buffer, held2.byteOffset, held2.length);
  const structure = { type: `numpy.${type.dtype}` };
  if (type.dtype === "bool") return scalarMeaning("bool", held2[0] === 0 ? "False" : "True", structure);
  if (type.dtype === "int64") return scalarMeaning("int", String(view2.getBigInt64(0, true)), structure);
  if (type.dtype === "uint64") return scalarMeaning("int", String(view2.getBigUint64(0, true)), structure);
  const read = numberReader(type.dtype);
  if (type.dtype.startsWith("complex")) {
    const text2 = `${floatText(read(view2, 0))},${floatText(read(view2, held2.length / 2))}`;
    return scalarMeaning("complex", text2, structure);
  }
  if (/^u?int/.test(type.dtype)) return scalarMeaning("int", String(read(view2, 0)), structure);
  const value = read(view2, 0);
  if (Number.isNaN(value))
    return numpyArray({ type, shape: [], isFortran: false, bytes, structure, identity: data }, reading);
  return scalarMeaning("float", floatText(value), structure);
}
function dimensionsOf(node, reading) {
  const items = node?.kind === "tuple" ? node.items : node?.kind === "int" ? [node] : null;
  const shape = items?.map((item) => safeInteger(item) ?? -1);
  if (shape === void 0 || shape.length > maxDimensions || shape.some((extent) => extent < 0))
    throw reading.problem("NUMPY_SHAPE", `The shape of an array is no tuple of at most ${maxDimensions} sizes.`);
  return shape;
}
function numpyType(node, depth) {
  if (node.kind !== "object" || depth > maxTypeDepth || dottedName(node.callee) !== "numpy.dtype") return null;
  const code = node.args.kind === "tuple" ? plainText(node.args.items[0]) : null;
  const [state, more] = node.states;
  if (code === null || more !== void 0) return null;
  if (state === void 0) return parseNumpyDescr(/^[<>|=]/.test(code) ? code : `<${code}`);
  if (state.kind !== "tuple" || state.items.length < 8) return null;
  const [, order, subtype, names2, fields, size2, , , metadata] = state.items;
  const orderText2 = plainText(order);
  if (orderText2 === null || subtype?.kind !== "none") return null;
  if (names2?.kind === "tuple" && fields?.kind === "dict") return recordType(names2.items, fields.pairs, size2, depth);
  if (names2?.kind !== "none") return null;
  const unit = /^[mM]8$/.test(code) ? dateUnit(metadata) : "";
  return unit === null ? null : parseNumpyDescr(`${orderText2 === "|" && /^[mMU]/.test(code) ? "<" : orderText2}${code}${unit}`);
}
function recordType(names2, pairs, size2, depth) {
  const itemBytes2 = safeInteger(size2);
  const byName = new Map(pairs.map(([key, value]) => [plainText(key), value]));
  const fields = [];
  for (const nameNode of names2) {
    const name2 = plainText(nameNode);
    const field = name2 === null ? void 0 : byName.get(name2);
    if (name2 === null || field?.kind !== "tuple" || field.items[0] === void 0) return null;
    const offset = safeInteger(field.items[1]);
    const inner = withSubShape(field.items[0], depth + 1);
    if (offset === null || inner === null || itemBytes2 === null || offset < 0) return null;
    const bytes = inner.shape.reduce((product, extent) => product * extent, inner.type.itemBytes);
    if (offset + bytes > itemBytes2) return null;
    fields.push({ name: name2, offset, ...inner });
  }
  if (itemBytes2 === null || new Set(fields.map(({ name: name2 }) => name2)).size !== fields.length) return null;
  return { kind: "record", itemBytes: itemBytes2, fields };
}
function withSubShape(node, depth) {
  const state = node.kind === "object" ? node.states[0] : void 0;
  const sub = state?.kind === "tuple" ? state.items[2] : void 0;
  if (sub?.kind === "tuple" && sub.items[0] !== void 0) {
    const type2 = numpyType(sub.items[0], depth + 1);
    const extents = sub.items[1]?.kind === "tuple" ? sub.items[1].items : [sub.items[1]];
    const shape = extents.map((extent) => safeInteger(extent) ?? -1);
    return type2 === null || shape.some((extent) => extent < 0) || shape.length > 8 ? null : { type: type2, shape };
  }
  const type = numpyType(node, depth);
  return type === null ? null : { type, shape: [] };
}
function dateUnit(metadata) {
  const parts = metadata?.kind === "tuple" && metadata.items[1]?.kind === "tuple" ? metadata.items[1].items : [];
  const [unitNode, countNode] = parts;
  const range = nodeBytes(unitNode);
  const count = safeInteger(countNode);
  if (range === null || range.length > 10 || count === null) return null;
  const unit = Buffer.from(range.source.read(range.offset, range.length)).toString("latin1");
  return `[${count === 1 ? "" : count}${unit}]`;
}
function typeText(type) {
  if (type.kind !== "record") return type.descr;
  const fields = type.fields.map(
    ({ name: name2, offset, shape, type: of }) => `${name2}: ${typeText(of)}[${shape.join(", ")}] at ${offset}`
  );
  return `{${fields.join("; ")}}`;
}

// src/formats/checkpoints/torch/joblib-meaning.ts
var wrapperName = "joblib.numpy_pickle.NumpyArrayWrapper";
function wrapperOf(node) {
  if (dottedName(node.callee) !== wrapperName) return null;
  const [state, more] = node.states;
  const fields = state === void 0 || more !== void 0 ? null : stateFields(state);
  if (fields === null) return null;
  const field = (name2) => fields.find(([key]) => plainText(key) === name2)?.[1];
  const shapeNode = field("shape");
  const shape = shapeNode?.kind === "tuple" ? shapeNode.items.map((item) => safeInteger(item) ?? -1) : null;
  const dtype = field("dtype");
  const type = dtype === void 0 ? null : numpyType(dtype, 0);
  if (shape === null || type === null || shape.some((extent) => extent < 0)) return null;
  const isPadded = safeInteger(field("numpy_array_alignment_bytes")) !== null;
  return { shape, isFortran: plainText(field("order")) === "F", type, isPadded };
}
function rawArrayAfter(node, source, offset) {
  const wrapper = wrapperOf(node);
  if (wrapper?.type === void 0 || wrapper.type === null) return null;
  if (holdsObjects(wrapper.type)) return { kind: "pickle", offset };
  const padding = wrapper.isPadded ? 1 + (source.read(offset, 1)[0] ?? 0) : 0;
  const length = elementCount(wrapper.shape) * wrapper.type.itemBytes;
  return { kind: "bytes", offset: offset + padding, length, skip: padding + length };
}
function joblibMeaning(node, name2, reading) {
  if (name2 !== wrapperName) return null;
  const wrapper = wrapperOf(node);
  const found = reading.attachment(node);
  if (wrapper === null || wrapper.type === null || found === null) return null;
  if ("node" in found)
    return {
      as: "container",
      container: "object",
      class: name2,
      size: 1,
      structure: {},
      members: [{ segment: { compound: "array" }, value: found.node }],
      reading: found.reading
    };
  const { shape, isFortran, type } = wrapper;
  return numpyArray({ type, shape, isFortran, bytes: found, structure: {}, identity: node }, reading);
}

// src/formats/checkpoints/torch/torch-meaning.ts
var maxWrappers = 16;
var volatileFields = /* @__PURE__ */ new Set(["_thread_id", "_hash", "_rank", "_coordinate_on_dim"]);
function torchMeaning(node, name2, reading, depth, interpret2) {
  if (!name2.startsWith("torch.")) return null;
  if (depth > maxWrappers)
    throw reading.limitProblem("DEPTH_LIMIT", `A tensor is wrapped more than ${maxWrappers} times.`);
  const args = node.args.kind === "tuple" ? node.args.items : [];
  const bare = node.states.length + node.items.length + node.pairs.length === 0;
  if (name2.startsWith("torch.distributed.")) return distributed(node, reading);
  if (!bare || node.kwargs !== null) return null;
  switch (name2) {
    case "torch._utils._rebuild_tensor":
    case "torch._utils._rebuild_tensor_v2":
    case "torch._utils._rebuild_tensor_v3":
      return dense(name2.slice(-1), args, reading);
    case "torch._utils._rebuild_parameter":
    case "torch._utils._rebuild_parameter_with_state":
      return args[0] === void 0 || args.length > 4 ? null : parameter(interpret2(args[0], reading, depth + 1), args, reading);
    case "torch._tensor._rebuild_from_type_v2":
      return fromType(args, reading, depth, interpret2);
    case "torch._utils._rebuild_qtensor":
      return quantized(args, reading);
    case "torch._utils._rebuild_meta_tensor_no_storage":
      return named("torch.Tensor on meta (no data)", ["dtype", "size", "stride", "requires_grad"], args, reading);
    case "torch._utils._rebuild_sparse_tensor":
    case "torch._utils._rebuild_sparse_csr_tensor":
      return sparse(args, reading);
    case "torch._utils._rebuild_nested_tensor":
      return named("torch.nested", ["buffer", "sizes", "strides", "offsets"], args, reading);
    case "torch._utils._rebuild_device_tensor_from_numpy":
    case "torch._utils._rebuild_xla_tensor":
      return named("torch.Tensor from NumPy", ["data", "dtype", "device", "requires_grad"], args, reading);
    case "torch._utils._rebuild_device_tensor_from_cpu_tensor":
      return named("torch.Tensor from cpu", ["data", "dtype", "device", "requires_grad"], args, reading);
    case "torch._utils._rebuild_wrapper_subclass":
      return named("torch wrapper subclass", wrapperFields, args, reading);
    case "torch.Size":
      return size(args, reading);
    case "torch.device":
      return device(args);
    case "torch.serialization._get_layout": {
      const layout = plainText(args[0]);
      return layout === null ? null : scalarMeaning("name", layout);
    }
    case "torch.storage._load_from_bytes": {
      if (args[0] === void 0 || args.length > 1) return null;
      const nested = reading.nested(args[0]);
      return interpret2(nested.node, nested.reading, depth + 1);
    }
    default:
      return null;
  }
}
var wrapperFields = ["class", "dtype", "size", "stride", "storage_offset", "layout", "device", "requires_grad"];
function storageMeaning(reference, reading) {
  const { storage, dtype, count } = reference;
  const name2 = dtype ?? "uint8";
  const itemBytes2 = isDType(name2) ? dtypeFacts(name2).bytes : 1;
  const bytes = isDType(name2) ? count : storage.byteLength;
  const tensorClass = dtype === null ? "UntypedStorage" : "TypedStorage";
  return view({ dtype: name2, itemBytes: itemBytes2, shape: [bytes], strides: [itemBytes2], offset: 0 }, reference, reading, {
    "tensor-class": tensorClass
  });
}
function dense(version2, args, reading) {
  const [storageNode, offsetNode, sizeNode, strideNode, gradNode, , sixth, seventh] = args;
  const counts = version2 === "r" ? [4, 4] : version2 === "2" ? [6, 7] : [7, 8];
  if (args.length < (counts[0] ?? 0) || args.length > (counts[1] ?? 0)) return null;
  const reference = storageOf(storageNode, reading, 0);
  if (reference === null) return null;
  const dtypeName = version2 === "3" ? dtypeOf(sixth) : reference.dtype;
  if (dtypeName === null) return null;
  const bits = valueBits(version2 === "3" ? seventh : sixth);
  if (bits === null) return null;
  const shape = integers(sizeNode, "size", reading);
  const strides = integers(strideNode, "stride", reading);
  const offset = safeInteger(offsetNode) ?? -1;
  if (/^(quint4x2|quint2x4)$/.test(dtypeName)) return packed(dtypeName, shape, reference, reading);
  const itemBytes2 = isDType(dtypeName) ? dtypeFacts(dtypeName).bytes : 1;
  const structure = gradNode?.kind === "bool" && gradNode.value ? { "requires-grad": "True" } : {};
  const place = {
    dtype: dtypeName,
    itemBytes: itemBytes2,
    shape,
    strides: strides.map((stride) => stride * itemBytes2),
    offset: offset * itemBytes2
  };
  return { ...view(place, reference, reading, structure), ...bits };
}
function view(place, reference, reading, structure) {
  const { storage } = reference;
  const device2 = storage.device === null || storage.device === "cpu" ? {} : { device: storage.device };
  const complexPart = place.dtype.startsWith("complex") ? place.itemBytes / 2 : place.itemBytes;
  const swapBytes = storage.bigEndian ? complexPart : 0;
  const natural = rowMajorStrides(place.shape, place.itemBytes);
  const plain2 = place.shape.every((extent, dim) => extent < 2 || place.strides[dim] === natural[dim]);
  const strides = plain2 ? {} : { strides: `[${place.strides.map((stride) => stride / place.itemBytes).join(", ")}]` };
  const order = swapBytes > 1 ? { "byte-order": "big" } : {};
  const all = { ...structure, ...device2, ...strides, ...order };
  const bits = { conjugate: false, negative: false };
  return checkedView(
    { as: "array", ...place, swapBytes, storage, ...bits, structure: all, attributes: [], reading },
    reading
  );
}
function packed(dtype, shape, reference, reading) {
  const { byteLength } = reference.storage;
  const name2 = `torch.${dtype} of shape [${shape.join(", ")}], packed`;
  return view({ dtype: name2, itemBytes: 1, shape: [byteLength], strides: [1], offset: 0 }, reference, reading, {});
}
function valueBits(metadata) {
  const bits = { conjugate: false, negative: false };
  if (metadata === void 0 || metadata.kind === "none") return bits;
  if (metadata.kind !== "dict") return null;
  for (const [key, value] of metadata.pairs) {
    const name2 = plainText(key);
    if (name2 !== "conj" && name2 !== "neg" || value.kind !== "bool") return null;
    if (name2 === "conj") bits.conjugate = value.value;
    else bits.negative = value.value;
  }
  return bits;
}
function storageOf(node, reading, depth) {
  if (node?.kind === "persistent") return reading.storage(node);
  if (node?.kind !== "object" || dottedName(node.callee) !== "torch.storage._load_from_bytes") return null;
  const bytes = node.args.kind === "tuple" ? node.args.items[0] : void 0;
  if (bytes === void 0 || depth > maxWrappers) return null;
  const nested = reading.nested(bytes);
  return storageOf(nested.node, nested.reading, depth + 1);
}
function dtypeOf(node) {
  const name2 = node === void 0 ? null : dottedName(node);
  return name2 !== null && /^torch\.\w+$/.test(name2) ? name2.slice("torch.".length) : null;
}
function integers(node, what, reading) {
  const tuple = node?.kind === "object" && dottedName(node.callee) === "torch.Size" && node.args.kind === "tuple" ? node.args.items[0] : node;
  const values = tuple?.kind === "tuple" || tuple?.kind === "list" ? tuple.items.map((item) => safeInteger(item) ?? Number.NaN) : null;
  if (values?.every((value) => value >= 0)) return values;
  throw reading.problem("TENSOR_BOUNDS", `The ${what} of a tensor is no tuple of integers from 0 to 2^53.`);
}
function withStructure(meaning, structure) {
  return { ...meaning, structure: { ...meaning.structure, ...structure } };
}
function parameter(inner, args, reading) {
  const grad = args[1]?.kind === "bool" && args[1].value ? { "requires-grad": "True" } : {};
  return withAttributes(withStructure(inner, { "tensor-class": "Parameter", ...grad }), args[3], reading);
}
function withAttributes(meaning, state, reading) {
  if (state === void 0 || isEmpty(state)) return meaning;
  const members = [{ segment: { compound: "attributes" }, value: state }];
  if (meaning.as === "array") return { ...meaning, attributes: [...meaning.attributes, ...members] };
  return partsMeaning("tensor with attributes", reading, [
    { segment: { compound: "value" }, value: meaning },
    ...members
  ]);
}
function isEmpty(state) {
  if (state.kind === "none") return true;
  if (state.kind === "tuple")
    return state.items.every((item) => item.kind === "none" || item.kind === "dict" && item.pairs.length === 0);
  return state.kind === "dict" && state.pairs.length === 0;
}
function fromType(args, reading, depth, interpret2) {
  const [func, type, inner, state] = args;
  if (func === void 0 || type === void 0 || inner === void 0 || args.length !== 4) return null;
  const name2 = dottedName(type) ?? "a class without name";
  if (dottedName(func) === "torch._utils._rebuild_wrapper_subclass") {
    const fields = state === void 0 ? null : stateFields(state);
    const members = [{ segment: { compound: "wrapper" }, value: inner }];
    if (fields === null && state !== void 0) members.push({ segment: { compound: "state" }, value: state });
    for (const [key, value] of fields ?? []) {
      const text2 = plainText(key);
      members.push({ segment: text2 ?? { compound: "attribute" }, value });
    }
    return partsMeaning(name2, reading, members);
  }
  const call = {
    kind: "object",
    how: "call",
    callee: func,
    args: inner,
    kwargs: null,
    states: [],
    items: [],
    pairs: []
  };
  const meaning = interpret2(call, reading, depth + 1);
  const plain2 = name2 === "torch.Tensor" || meaning.structure["tensor-class"] === "Parameter" && name2 === "torch.nn.parameter.Parameter";
  const tensorClass = plain2 ? {} : { "tensor-class": name2 };
  return withAttributes(withStructure(meaning, tensorClass), state, reading);
}
function quantized(args, reading) {
  const [storage, offset, size2, stride, quantizer] = args;
  if (storage === void 0 || offset === void 0 || size2 === void 0 || stride === void 0) return null;
  if (quantizer?.kind !== "tuple" || args.length !== 7) return null;
  const none = { kind: "none" };
  const data = dense("2", [storage, offset, size2, stride, none, none], reading);
  if (data === null) return null;
  const names2 = quantizer.items.length === 4 ? ["scheme", "scales", "zero_points", "axis"] : ["scheme", "scale", "zero_point"];
  const parameters = quantizer.items.map((value, index) => ({ segment: names2[index] ?? { index }, value }));
  return partsMeaning("torch quantized tensor", reading, [{ segment: "int_repr", value: data }, ...parameters]);
}
function sparse(args, reading) {
  const [layoutNode, data] = args;
  const layout = layoutNode?.kind === "object" && layoutNode.args.kind === "tuple" ? plainText(layoutNode.args.items[0]) : null;
  if (layout === null || data?.kind !== "tuple" || args.length !== 2) return null;
  const names2 = layout === "torch.sparse_coo" ? ["indices", "values", "size", "is_coalesced"] : ["compressed_indices", "plain_indices", "values", "size"];
  const items = layout === "torch.sparse_coo" ? data.items.slice(0, 3) : data.items;
  const coalesced = layout === "torch.sparse_coo" ? data.items[3] : void 0;
  const structure = coalesced?.kind === "bool" ? { attributes: `is_coalesced: ${coalesced.value}` } : {};
  if (data.items.length > 4 || data.items[3] !== void 0 && layout === "torch.sparse_coo" && coalesced?.kind !== "bool")
    return null;
  const members = items.map((value, index) => ({ segment: names2[index] ?? { index }, value }));
  return partsMeaning(layout, reading, members, structure);
}
function named(name2, fields, args, reading) {
  const members = args.map((value, index) => ({ segment: fields[index] ?? { index }, value }));
  return partsMeaning(name2, reading, members);
}
function size(args, reading) {
  const [items] = args;
  if (items?.kind !== "tuple" || args.length !== 1) return null;
  const members = items.items.map((value, index) => ({ segment: { index }, value }));
  return {
    as: "container",
    container: "sequence",
    size: members.length,
    structure: { type: "torch.Size" },
    members,
    reading
  };
}
function device(args) {
  const type = plainText(args[0]);
  const index = args[1] === void 0 ? null : safeInteger(args[1]);
  if (type === null || args[1] !== void 0 && index === null) return null;
  return scalarMeaning("name", `torch.device ${index === null ? type : `${type}:${index}`}`);
}
function distributed(node, reading) {
  const left = /* @__PURE__ */ new Set();
  const meaning = objectMeaning(node, reading, (field) => {
    if (!volatileFields.has(field)) return false;
    left.add(field);
    return true;
  });
  if (left.size > 0)
    reading.note({
      code: "VOLATILE_FIELDS",
      message: `${[...left].sort().join(", ")} of ${dottedName(node.callee) ?? "an object"} belong to one process and are left out.`
    });
  return meaning;
}
var storageDtypes = /* @__PURE__ */ new Map([
  ["DoubleStorage", "float64"],
  ["FloatStorage", "float32"],
  ["HalfStorage", "float16"],
  ["BFloat16Storage", "bfloat16"],
  ["LongStorage", "int64"],
  ["IntStorage", "int32"],
  ["ShortStorage", "int16"],
  ["CharStorage", "int8"],
  ["ByteStorage", "uint8"],
  ["BoolStorage", "bool"],
  ["ComplexDoubleStorage", "complex128"],
  ["ComplexFloatStorage", "complex64"],
  ["QInt8Storage", "qint8"],
  ["QUInt8Storage", "quint8"],
  ["QInt32Storage", "qint32"],
  ["QUInt4x2Storage", "quint4x2"],
  ["QUInt2x4Storage", "quint2x4"],
  ["UntypedStorage", null],
  ["_UntypedStorage", null]
]);

// src/formats/checkpoints/torch/interpret.ts
function interpret(node, reading, depth = 0) {
  if (node.kind === "persistent") {
    const reference = reading.storage(node);
    return reference === null ? plainMeaning(node, reading) : storageMeaning(reference, reading);
  }
  if (node.kind !== "object") return plainMeaning(node, reading);
  const { name: name2 } = objectParts(node);
  if (name2 === null) return objectMeaning(node, reading);
  return torchMeaning(node, name2, reading, depth, interpret) ?? numpyMeaning(node, name2, reading) ?? collectionMeaning(node, name2, reading) ?? joblibMeaning(node, name2, reading) ?? objectMeaning(node, reading);
}

// src/formats/checkpoints/torch/flatten.ts
function flattenLimits(fileBytes) {
  return {
    maxDepth: 1e3,
    maxEntries: 2e6,
    maxRepeated: 2e5,
    maxSegments: 32e6,
    maxLogicalBytes: 16 * fileBytes + 64 * 1024 * 1024
  };
}
function startFlattening(limits) {
  const spent = { repeated: 0, segments: 0, logicalBytes: 0 };
  return { limits, entries: [], firstPaths: /* @__PURE__ */ new Map(), seen: /* @__PURE__ */ new Set(), digests: /* @__PURE__ */ new Map(), attributeDepth: 0, spent };
}
function flatten(state, root, at, reading) {
  const active = /* @__PURE__ */ new Map();
  const frames = [];
  const visit = (value, path, within, isRepeated) => {
    try {
      const node = isMeaning(value) ? null : value;
      const start = node === null ? void 0 : active.get(node);
      if (start !== void 0) {
        addEntry(
          state,
          { kind: "scalar", path, structure: {}, value: { type: "name", text: `cycle to ${formatEntryPath(start)}` } },
          within,
          isRepeated
        );
        return;
      }
      const meaning = isMeaning(value) ? value : interpret(value, within);
      const again = isRepeated || node !== null && hasMembers(meaning) && state.seen.has(node);
      const members = addMeaning(state, meaning, path, within, again);
      if (members === null) return;
      if (frames.length >= state.limits.maxDepth)
        throw within.limitProblem("DEPTH_LIMIT", `Values are nested more than ${state.limits.maxDepth} levels deep.`);
      if (node !== null) {
        state.seen.add(node);
        active.set(node, path);
      }
      const inner = "reading" in meaning ? meaning.reading : within;
      frames.push({ node, path, members: members[Symbol.iterator](), reading: inner, isRepeated: again });
    } catch (error) {
      throw isProblem(error) ? withPlace(error, { file: within.file, entry: shortened(formatEntryPath(path)) }) : error;
    }
  };
  visit(root, at, reading, false);
  for (let frame = frames.at(-1); frame !== void 0; frame = frames.at(-1)) {
    const next = frame.members.next();
    if (next.done === true) {
      if (frame.node !== null) active.delete(frame.node);
      frames.pop();
    } else visit(next.value.value, [...frame.path, next.value.segment], frame.reading, frame.isRepeated);
  }
}
function hasMembers(meaning) {
  if (meaning.as === "container") return meaning.size > 0;
  return meaning.as === "set" && meaning.members.length > 0;
}
function shortened(text2) {
  return text2.length <= 300 ? text2 : `${text2.slice(0, 300)}…`;
}
function addEntry(state, entry, reading, isRepeated) {
  const { limits, spent, entries } = state;
  spent.segments += entry.path.length;
  if (isRepeated) spent.repeated++;
  if (entries.length >= limits.maxEntries || spent.segments > limits.maxSegments)
    throw reading.limitProblem(
      "ENTRY_LIMIT",
      `The file holds more than ${Math.min(limits.maxEntries, entries.length)} values.`
    );
  if (spent.repeated > limits.maxRepeated)
    throw reading.limitProblem(
      "EXPANSION",
      `Values that the file holds once are used so often that spelling them out gives more than ${limits.maxRepeated} values.`
    );
  entries.push(entry);
}
function addMeaning(state, meaning, path, reading, isRepeated) {
  switch (meaning.as) {
    case "scalar":
      addEntry(
        state,
        { kind: "scalar", path, structure: meaning.structure, value: meaning.scalar },
        reading,
        isRepeated
      );
      return null;
    case "opaque": {
      const { what, byteLength, structure, chunks } = meaning;
      addEntry(state, { kind: "opaque", path, structure, what, byteLength, chunks }, reading, isRepeated);
      return null;
    }
    case "array":
      addArray(state, meaning, path, isRepeated);
      return meaning.attributes.length === 0 ? null : meaning.attributes;
    case "container":
      return addContainer(state, meaning, path, isRepeated);
    case "set": {
      const members = setMembers(meaning);
      const { structure } = meaning;
      addEntry(
        state,
        { kind: "container", path, structure, container: "set", size: meaning.members.length },
        reading,
        isRepeated
      );
      return members;
    }
    default:
      return meaning;
  }
}
function addArray(state, view2, path, isRepeated) {
  const { limits, spent, firstPaths } = state;
  const byteLength = viewBytes(view2);
  spent.logicalBytes += byteLength;
  if (spent.logicalBytes > limits.maxLogicalBytes)
    throw view2.reading.limitProblem(
      "TENSOR_SIZE_LIMIT",
      `The tensors together claim ${spent.logicalBytes} bytes; at most ${limits.maxLogicalBytes} are read from a file of this size.`
    );
  const first = firstPaths.get(view2.storage);
  if (first === void 0) firstPaths.set(view2.storage, path);
  const structure = {
    ...view2.structure,
    ...first === void 0 ? {} : { aliasing: shortened(formatEntryPath(first)) },
    ...byteLength < view2.storage.byteLength && view2.storage.device !== null && isContiguous(view2) ? { storage: `${byteLength} of ${view2.storage.byteLength} bytes` } : {}
  };
  const chunks = () => viewChunks(view2);
  const entry = isDType(view2.dtype) ? { kind: "tensor", path, structure, dtype: view2.dtype, shape: view2.shape, byteLength, chunks } : { kind: "opaque", path, structure, what: opaqueTitle(view2), byteLength, chunks };
  addEntry(state, entry, view2.reading, isRepeated);
}
function opaqueTitle({ dtype, shape }) {
  return `${dtype.includes(" ") ? dtype : `tensor of torch.${dtype}`}, shape [${shape.join(", ")}]`;
}
function addContainer(state, meaning, path, isRepeated) {
  const { container, size: size2, reading, attributes } = meaning;
  let { structure, members } = meaning;
  if (attributes !== void 0) {
    const digest = attributesDigest(state, attributes, reading);
    if (digest !== null) structure = { ...structure, attributes: digest };
    else members = [...members, { segment: { compound: "attributes" }, value: attributes }];
  }
  const of = meaning.class === void 0 ? {} : { class: meaning.class };
  addEntry(state, { kind: "container", path, structure, container, size: size2, ...of }, reading, isRepeated);
  return members;
}
var maxAttributeDepth = 16;
function attributesDigest(state, node, reading) {
  const known = state.digests.get(node);
  if (known !== void 0) return known;
  if (state.attributeDepth >= maxAttributeDepth)
    throw reading.limitProblem("DEPTH_LIMIT", `Attributes are nested more than ${maxAttributeDepth} levels deep.`);
  state.digests.set(node, "cycle");
  const own = { ...state, entries: [], firstPaths: /* @__PURE__ */ new Map(), attributeDepth: state.attributeDepth + 1 };
  flatten(own, node, [], reading);
  const digest = entriesDigest(own.entries);
  state.digests.set(node, digest);
  return digest;
}
function entriesDigest(entries) {
  const hash = createHash3("sha256");
  for (const entry of entries) {
    if (entry.kind === "tensor" || entry.kind === "opaque") return null;
    const facts2 = entry.kind === "scalar" ? [entry.value.type, entry.value.text] : [entry.container, entry.class ?? "", entry.size];
    hash.update(`${JSON.stringify([formatEntryPath(entry.path), ...facts2])}
`);
  }
  return hash.digest("hex").slice(0, 16);
}
function setMembers(meaning) {
  const spelled2 = meaning.members.map((value) => {
    const { text: text2 } = spellKey(value);
    const segment = { compound: text2 };
    return { text: `${value.kind} ${text2}`, segment, value };
  });
  const seen = /* @__PURE__ */ new Map();
  return spelled2.toSorted((a, b) => a.text < b.text ? -1 : a.text > b.text ? 1 : 0).map(({ segment, value }) => {
    const text2 = segmentText(segment);
    const times = seen.get(text2) ?? 0;
    seen.set(text2, times + 1);
    return { segment: times === 0 ? segment : { compound: `${text2} #${times + 1}` }, value };
  });
}

// src/formats/codecs/pickle/container-operations.ts
var containerOperations = [
  // ( MARK
  [40, (state) => state.mark()],
  // 0 POP
  [48, pop],
  // 1 POP_MARK
  [
    49,
    (state) => {
      state.popMark();
    }
  ],
  // 2 DUP
  [50, (state) => state.push(state.top())],
  // ] EMPTY_LIST
  [93, (state) => state.make({ kind: "list", items: [] })],
  // a APPEND
  [97, (state) => append(state, [state.pop()])],
  // e APPENDS
  [101, (state) => append(state, state.popMark())],
  // l LIST
  [108, (state) => state.make({ kind: "list", items: state.popMark() })],
  // ) EMPTY_TUPLE
  [41, (state) => state.make({ kind: "tuple", items: [] })],
  // t TUPLE
  [116, (state) => state.make({ kind: "tuple", items: state.popMark() })],
  // TUPLE1
  [133, (state) => state.make({ kind: "tuple", items: state.popSome(1) })],
  // TUPLE2
  [134, (state) => state.make({ kind: "tuple", items: state.popSome(2) })],
  // TUPLE3
  [135, (state) => state.make({ kind: "tuple", items: state.popSome(3) })],
  // } EMPTY_DICT
  [125, (state) => state.make({ kind: "dict", pairs: [], replaced: [] })],
  // d DICT
  [100, dict],
  // s SETITEM
  [115, (state) => setItems(state, state.popSome(2))],
  // u SETITEMS
  [117, (state) => setItems(state, state.popMark())],
  // EMPTY_SET
  [143, (state) => state.make({ kind: "set", frozen: false, items: [] })],
  // ADDITEMS
  [144, addItems],
  // FROZENSET
  [145, frozenSet]
];
function pop(state) {
  if (state.stack.length > state.floor || state.marks.length === 0) state.pop();
  else state.popMark();
}
function append(state, items) {
  const target = state.top();
  if (target.kind !== "list" && target.kind !== "object") throw state.targetProblem("append to", target);
  for (const item of items) target.items.push(item);
}
function dict(state) {
  const dict2 = { kind: "dict", pairs: [], replaced: [] };
  const members = state.popMark();
  state.make(dict2);
  setItems(state, members);
}
function setItems(state, members) {
  const target = state.top();
  if (members.length % 2 !== 0)
    throw state.reader.problem("STACK_UNDERFLOW", `${members.length} keys and values do not make pairs.`);
  if (target.kind !== "dict" && target.kind !== "object") throw state.targetProblem("set an item of", target);
  for (let index = 0; index < members.length; index += 2) {
    const key = members[index] ?? noneNode;
    const pair = [key, members[index + 1] ?? noneNode];
    const identity = keyIdentityOf(state, key);
    if (target.kind === "dict") insert(state, target, identity, pair);
    else target.pairs.push(pair);
  }
}
function insert(state, dict2, identity, pair) {
  const places = placesOf(state, dict2);
  const at = places.get(identity);
  const earlier = at === void 0 ? void 0 : dict2.pairs[at];
  if (at === void 0 || earlier === void 0) {
    places.set(identity, dict2.pairs.length);
    dict2.pairs.push(pair);
    return;
  }
  dict2.replaced.push(earlier);
  dict2.pairs[at] = [earlier[0], pair[1]];
}
function placesOf(state, node) {
  let places = state.places.get(node);
  if (places === void 0) {
    places = /* @__PURE__ */ new Map();
    state.places.set(node, places);
  }
  return places;
}
function keyIdentityOf(state, key) {
  const identity = state.identity.of(key);
  if (identity !== null) return identity;
  throw state.reader.problem("UNHASHABLE_KEY", `A ${key.kind} is used as a key, which Python does not allow.`);
}
function addItems(state) {
  const members = state.popMark();
  const target = state.top();
  if (target.kind === "object") {
    for (const member of members) target.items.push(member);
    return;
  }
  if (target.kind !== "set" || target.frozen) throw state.targetProblem("add to", target);
  addMembers(state, target, members);
}
function addMembers(state, set, members) {
  const places = placesOf(state, set);
  for (const member of members) {
    const identity = keyIdentityOf(state, member);
    if (places.has(identity)) continue;
    places.set(identity, set.items.length);
    set.items.push(member);
  }
}
function frozenSet(state) {
  const set = { kind: "set", frozen: true, items: [] };
  addMembers(state, set, state.popMark());
  state.make(set);
}

// src/formats/codecs/pickle/pickle-limits.ts
var pickleLimits = {
  maxOpcodes: 5e7,
  maxNodes: 4e6,
  maxMemo: 4e6,
  maxStack: 4e6,
  maxMarks: 4e3,
  maxHeldText: 64 * 1024,
  maxLine: 64 * 1024 * 1024,
  maxName: 1024 * 1024,
  maxIntBytes: 4096
};
function maxDigits(limits) {
  return Math.ceil(limits.maxIntBytes * 8 * Math.log10(2));
}

// src/formats/codecs/pickle/text-arguments.ts
function decimalText(line) {
  return /^[+-]?\d+$/.test(line) && !/^[+-]?0\d/.test(line) ? BigInt(line.replace(/^\+/, "")) : null;
}
function longText(line) {
  return decimalText(line.endsWith("L") ? line.slice(0, -1) : line);
}
function floatTextValue(line) {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(line);
  if (special !== null) {
    if (special[2]?.toLowerCase() === "nan") return special[1] === "" ? Number.NaN : null;
    return special[1] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(line)) return null;
  const value = Number(line);
  return Number.isFinite(value) ? value : null;
}
var simpleEscapes = /* @__PURE__ */ new Map([
  ["\\", 92],
  ["'", 39],
  ['"', 34],
  ["a", 7],
  ["b", 8],
  ["f", 12],
  ["n", 10],
  ["r", 13],
  ["t", 9],
  ["v", 11]
]);
function quotedBytes(line) {
  const quote = line[0];
  if (line.length < 2 || quote !== "'" && quote !== '"' || !line.endsWith(quote)) return null;
  const bytes = [];
  const body = line.slice(1, -1);
  for (let at = 0; at < body.length; at++) {
    const character = body[at] ?? "";
    if (character !== "\\") {
      bytes.push(character.charCodeAt(0));
      continue;
    }
    const next = body[++at];
    if (next === void 0) return null;
    const simple = simpleEscapes.get(next);
    const octal = /^[0-7]{1,3}/.exec(body.slice(at, at + 3));
    if (simple !== void 0) bytes.push(simple);
    else if (octal !== null) {
      const code = Number.parseInt(octal[0], 8);
      if (code > 255) return null;
      bytes.push(code);
      at += octal[0].length - 1;
    } else if (next === "x") {
      const digits = body.slice(at + 1, at + 3);
      if (!/^[0-9a-fA-F]{2}$/.test(digits)) return null;
      bytes.push(Number.parseInt(digits, 16));
      at += 2;
    } else bytes.push(92, next.charCodeAt(0));
  }
  return Uint8Array.from(bytes);
}
function rawUnicode(line) {
  if (!line.includes("\\")) return { text: line, ambiguous: false };
  const parts = [];
  let ambiguous = false;
  let lastWasHigh = false;
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? "";
    if (character !== "\\") {
      parts.push(character);
      lastWasHigh = false;
      continue;
    }
    const kind = line[++at];
    if (kind !== "u" && kind !== "U") {
      parts.push(character, kind ?? "");
      lastWasHigh = false;
      continue;
    }
    const size2 = kind === "u" ? 4 : 8;
    const digits = line.slice(at + 1, at + 1 + size2);
    if (digits.length !== size2 || !/^[0-9a-fA-F]+$/.test(digits)) return null;
    const point = Number.parseInt(digits, 16);
    if (point > 1114111) return null;
    if (lastWasHigh && point >= 56320 && point <= 57343) ambiguous = true;
    lastWasHigh = point >= 55296 && point <= 56319;
    parts.push(String.fromCodePoint(point));
    at += size2;
  }
  return { text: parts.join(""), ambiguous };
}

// src/formats/codecs/pickle/number-operations.ts
var numberOperations = [
  // F FLOAT
  [70, (state) => state.make({ kind: "float", value: textArgument(state, "a float", floatTextValue) })],
  // I INT
  [73, textInt],
  // L LONG
  [76, (state) => pushInt(state, textArgument(state, "an integer", longText))],
  // J BININT
  [74, (state) => pushSmall(state, state.reader.signed32())],
  // K BININT1
  [75, (state) => pushSmall(state, state.reader.byte())],
  // M BININT2
  [77, (state) => pushSmall(state, state.reader.unsigned(2))],
  // LONG1
  [138, (state) => pushInt(state, littleEndian(state.reader.announced(state.reader.byte())))],
  // LONG4
  [139, long4],
  // G BINFLOAT
  [71, (state) => state.make(floatNode(state.reader.bytes(8)))],
  // N NONE
  [78, (state) => state.push(noneNode)],
  // NEWTRUE
  [136, (state) => state.push(trueNode)],
  // NEWFALSE
  [137, (state) => state.push(falseNode)]
];
function textArgument(state, what, parse, maxBytes = 2 * maxDigits(state.limits)) {
  const line = Buffer.from(state.reader.line(maxBytes)).toString("latin1");
  const value = parse(line);
  if (value === null)
    throw state.reader.problem("TEXT_ARG", `Found ${JSON.stringify(line.slice(0, 40))} where ${what} was expected.`);
  return value;
}
function textInt(state) {
  const line = Buffer.from(state.reader.line(2 * maxDigits(state.limits))).toString("latin1");
  if (line === "00" || line === "01") {
    state.push(line === "01" ? trueNode : falseNode);
    return;
  }
  const value = decimalText(line);
  if (value !== null) {
    pushInt(state, value);
    return;
  }
  throw state.reader.problem("TEXT_ARG", `Found ${JSON.stringify(line.slice(0, 40))} where an integer was expected.`);
}
function pushSmall(state, value) {
  state.make({ kind: "int", value });
}
function pushInt(state, value) {
  const bits = BigInt(state.limits.maxIntBytes * 8);
  if (value >> bits !== 0n && value >> bits !== -1n)
    throw state.reader.limitProblem("INT_LIMIT", `An integer has more than ${state.limits.maxIntBytes} bytes.`);
  const small = value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER);
  state.make({ kind: "int", value: small ? Number(value) : value });
}
function long4(state) {
  const length = signedLength(state);
  if (length > state.limits.maxIntBytes && length <= state.reader.source.byteLength - state.reader.position)
    throw state.reader.limitProblem("INT_LIMIT", `An integer has ${length} bytes.`);
  pushInt(state, littleEndian(state.reader.announced(length)));
}
function signedLength(state) {
  const length = state.reader.signed32();
  if (length < 0) throw state.reader.problem("NEGATIVE_SIZE", `A content of ${length} bytes is announced.`);
  return length;
}
function textIndex(state) {
  const value = textArgument(state, "a memo index", decimalText);
  if (value >= 0n && value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
  throw state.reader.problem("MEMO_INDEX", `The memo index ${value} is not one from 0 to 2^53.`);
}
function littleEndian(bytes) {
  if (bytes.length === 0) return 0n;
  const digits = Buffer.from(bytes).reverse().toString("hex");
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${digits}`));
}
function floatNode(bytes) {
  const value = new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (!Number.isNaN(value)) return { kind: "float", value };
  const nan = Buffer.from(bytes).toString("hex");
  return nan === "7ff8000000000000" ? { kind: "float", value } : { kind: "float", value, nan };
}

// src/formats/codecs/pickle/object-operations.ts
var objectOperations = [
  // g GET
  [103, (state) => state.get(textIndex(state))],
  // h BINGET
  [104, (state) => state.get(state.reader.byte())],
  // j LONG_BINGET
  [106, (state) => state.get(state.reader.unsigned(4))],
  // p PUT
  [112, (state) => state.put(textIndex(state))],
  // q BINPUT
  [113, (state) => state.put(state.reader.byte())],
  // r LONG_BINPUT
  [114, (state) => state.put(state.reader.unsigned(4))],
  // MEMOIZE
  [148, (state) => state.put(state.memo.size)],
  // c GLOBAL
  [99, (state) => state.push(global(state, name(state), name(state)))],
  // STACK_GLOBAL
  [147, stackGlobal],
  // EXT1
  [130, (state) => extension(state, state.reader.byte())],
  // EXT2
  [131, (state) => extension(state, state.reader.unsigned(2))],
  // EXT4
  [132, (state) => extension(state, state.reader.signed32())],
  // R REDUCE
  [82, (state) => instance(state, "call", state.popSome(2), null)],
  // NEWOBJ
  [129, (state) => instance(state, "new", state.popSome(2), null)],
  // NEWOBJ_EX
  [146, newObjectEx],
  // i INST
  [105, inst],
  // o OBJ
  [111, obj],
  // b BUILD
  [98, build],
  // P PERSID
  [80, persid],
  // Q BINPERSID
  [81, (state) => pushPersistent(state, state.pop())],
  // PROTO
  [128, (state) => proto(state, state.reader.byte())],
  // FRAME
  [149, (state) => state.reader.openFrame(state.reader.length64())]
];
var utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function name(state) {
  const bytes = state.reader.line(state.limits.maxName);
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (!/[^\x00-\x7f]/.test(ascii)) return ascii;
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    const found = JSON.stringify(Buffer.from(bytes.subarray(0, 40)).toString("latin1"));
    const problem = state.reader.problem("TEXT_ARG", `Found ${found} where a name in UTF-8 was expected.`);
    problem.cause = cause;
    throw problem;
  }
}
function global(state, module, name2) {
  const key = `${module}
${name2}`;
  const known = state.globals.get(key);
  if (known !== void 0) return known;
  state.nodes++;
  const node = { kind: "global", module, name: name2 };
  state.globals.set(key, node);
  return node;
}
function stackGlobal(state) {
  const [module, name2] = state.popSome(2);
  if (module?.kind !== "str" || module.value === null || name2?.kind !== "str" || name2.value === null)
    throw state.reader.problem("TARGET_TYPE", "Module and name of a global are not both short texts.");
  state.push(global(state, module.value, name2.value));
}
function extension(state, code) {
  if (code <= 0) throw state.reader.problem("EXTENSION_CODE", `The extension code ${code} is not a positive one.`);
  state.make({ kind: "extension", code });
}
function instance(state, how, [callee, args], kwargs) {
  if (callee === void 0 || args === void 0) throw state.underflow();
  const callable = ["global", "extension", "object", "persistent"].includes(callee.kind);
  if (!callable) throw state.targetProblem("call", callee);
  if (args.kind !== "tuple" && args.kind !== "object")
    throw state.reader.problem("TARGET_TYPE", `The arguments of a call are a ${args.kind}; a tuple was expected.`);
  state.make({ kind: "object", how, callee, args, kwargs, states: [], items: [], pairs: [] });
}
function newObjectEx(state) {
  const [callee, args, kwargs] = state.popSome(3);
  if (callee === void 0 || args === void 0 || kwargs === void 0) throw state.underflow();
  if (kwargs.kind !== "dict" && kwargs.kind !== "object")
    throw state.reader.problem("TARGET_TYPE", `The keyword arguments are a ${kwargs.kind}; a dict was expected.`);
  instance(state, "new", [callee, args], kwargs);
}
function inst(state) {
  const callee = global(state, name(state), name(state));
  instance(state, "new", [callee, { kind: "tuple", items: state.popMark() }], null);
}
function obj(state) {
  const [callee, ...items] = state.popMark();
  if (callee === void 0) throw state.underflow();
  instance(state, "new", [callee, { kind: "tuple", items }], null);
}
function build(state) {
  const given = state.pop();
  const target = state.top();
  if (target.kind !== "object") throw state.targetProblem("give state to", target);
  target.states.push(given);
  if (state.afterBuild === void 0) return;
  const bytes = state.afterBuild(target, state.reader.position);
  if (bytes > 0) state.reader.skip(bytes);
}
function persid(state) {
  const line = Buffer.from(state.reader.line(state.limits.maxName)).toString("latin1");
  if (/[^\x00-\x7f]/.test(line))
    throw state.reader.problem("TEXT_ARG", "A persistent id was expected to be ASCII, and is not.");
  pushPersistent(state, { kind: "str", value: line, range: null });
}
function pushPersistent(state, id) {
  const node = { kind: "persistent", id };
  state.make(node);
  state.persistent.push(node);
}
function proto(state, protocol) {
  if (protocol > 5)
    throw state.reader.problem("PICKLE_PROTO", `The pickle is of protocol ${protocol}; 0 to 5 are known.`);
  state.protocol = Math.max(state.protocol, protocol);
}

// src/formats/codecs/pickle/pickle-reader.ts
var windowBytes = 256 * 1024;
var PickleReader = class {
  source;
  #entry;
  /** Past the last byte that may be read: the end of the source, or of the frame. */
  #limit;
  #frameEnd = -1;
  #window = Buffer.alloc(0);
  #windowStart = 0;
  #at;
  /** Where the opcode that is being read stands: the offset of every Problem. */
  opcodeOffset;
  constructor(source, offset, entry) {
    this.source = source;
    this.#entry = entry;
    this.#limit = source.byteLength;
    this.#at = offset;
    this.#windowStart = offset;
    this.opcodeOffset = offset;
  }
  /** The offset of the next byte, from the start of the source. */
  get position() {
    return this.#at;
  }
  /** True when a frame is open and not read to its end. */
  get insideFrame() {
    return this.#frameEnd >= 0 && this.#at < this.#frameEnd;
  }
  problem(code, message, remedy = "Save the file again: it is damaged.") {
    return new FormatProblem(code, message, { place: this.#place(), remedy });
  }
  limitProblem(code, message) {
    return new LimitProblem(code, message, {
      place: this.#place(),
      remedy: "A checkpoint does not look like this. If it is a real one, save its parts as separate files."
    });
  }
  #place() {
    const place = { file: this.source.name, offset: this.opcodeOffset };
    return this.#entry === void 0 ? place : { ...place, entry: this.#entry };
  }
  /** @throws FormatProblem `PICKLE_TRUNCATED`, `FRAME_BOUNDARY` */
  #need(length) {
    if (this.#frameEnd >= 0 && this.#at >= this.#frameEnd) {
      this.#frameEnd = -1;
      this.#limit = this.source.byteLength;
    }
    if (this.#at + length <= this.#limit) return;
    if (this.#frameEnd >= 0)
      throw this.problem(
        "FRAME_BOUNDARY",
        `${length} bytes are wanted at offset ${this.#at}, but the frame ends at ${this.#frameEnd}.`
      );
    throw this.problem(
      "PICKLE_TRUNCATED",
      `${length} bytes are wanted at offset ${this.#at}, but the pickle ends at ${this.#limit}.`,
      "Save the file again: it is cut off."
    );
  }
  /** The next byte. */
  byte() {
    const index = this.#take(1);
    return this.#window[index] ?? 0;
  }
  #fill(atLeast) {
    const length = Math.max(atLeast, Math.min(windowBytes, this.source.byteLength - this.#at));
    const bytes = this.source.read(this.#at, length);
    this.#window = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#windowStart = this.#at;
  }
  /** Where in the window the next `length` bytes stand, after taking them. */
  #take(length) {
    if (this.#at + length > this.#limit || this.#frameEnd >= 0) this.#need(length);
    let index = this.#at - this.#windowStart;
    if (index < 0 || index + length > this.#window.length) {
      this.#fill(length);
      index = 0;
    }
    this.#at += length;
    return index;
  }
  /** The next bytes, valid until the next call. Callers have bounded `length` before. */
  bytes(length) {
    const index = this.#take(length);
    return this.#window.subarray(index, index + length);
  }
  /** An unsigned little-endian integer of 1, 2 or 4 bytes. */
  unsigned(size2) {
    const index = this.#take(size2);
    return this.#window.readUIntLE(index, size2);
  }
  /** The next bytes as text where all are ASCII; else null, and nothing is taken. */
  ascii(length) {
    const from = this.#at;
    const index = this.#take(length);
    const text2 = this.#window.toString("latin1", index, index + length);
    for (let at = 0; at < length; at++)
      if (text2.charCodeAt(at) > 127) {
        this.#at = from;
        return null;
      }
    return text2;
  }
  signed32() {
    return this.unsigned(4) | 0;
  }
  /** A 64-bit length. @throws FormatProblem `SIZE_EXCEEDS_INPUT` where no file could hold so much */
  length64() {
    const low = this.unsigned(4);
    const high = this.unsigned(4);
    const length = high * 2 ** 32 + low;
    if (high < 2 ** 21) return length;
    throw this.#tooLong(String(BigInt(high) << 32n | BigInt(low)));
  }
  #tooLong(length) {
    const left = this.source.byteLength - this.#at;
    return this.problem("SIZE_EXCEEDS_INPUT", `A content of ${length} bytes is announced, but ${left} bytes are left.`);
  }
  /** Steps over the next `length` bytes and gives their offset. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  skip(length) {
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    if (length > 0) this.#need(length);
    const start = this.#at;
    this.#at += length;
    return start;
  }
  /** Makes sure that so many bytes, which the stream announces, can follow. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  announce(length) {
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    return length;
  }
  /** The same as `bytes`, for a length that the stream announces. @throws FormatProblem `SIZE_EXCEEDS_INPUT` */
  announced(length) {
    return this.bytes(this.announce(length));
  }
  /** The bytes up to the next line feed, which is taken and left out. @throws LimitProblem `LINE_LIMIT` */
  line(maxBytes) {
    this.#need(1);
    for (let size2 = 256; ; size2 = Math.min(size2 * 8, maxBytes + 1)) {
      const available = Math.min(size2, this.#limit - this.#at);
      const from = this.#at;
      const bytes = this.bytes(available);
      const end = bytes.indexOf(10);
      this.#at = end < 0 ? from : from + end + 1;
      if (end > maxBytes || end < 0 && available > maxBytes)
        throw this.limitProblem(
          "LINE_LIMIT",
          `A line of more than ${maxBytes} bytes stands where a short text is wanted.`
        );
      if (end >= 0) return bytes.subarray(0, end);
      if (available < size2) this.#need(available + 1);
    }
  }
  /** Begins a frame. @throws FormatProblem `FRAME_BOUNDARY`, `SIZE_EXCEEDS_INPUT` */
  openFrame(length) {
    if (this.insideFrame)
      throw this.problem("FRAME_BOUNDARY", `A frame begins inside the frame that ends at ${this.#frameEnd}.`);
    if (length > this.source.byteLength - this.#at) throw this.#tooLong(String(length));
    this.#frameEnd = length === 0 ? -1 : this.#at + length;
    this.#limit = length === 0 ? this.source.byteLength : this.#frameEnd;
  }
};

// src/formats/codecs/pickle/key-identity.ts
import { createHash as createHash4 } from "node:crypto";
var maxPlain = 64;
function keyIdentity() {
  const known = /* @__PURE__ */ new Map();
  const interned = /* @__PURE__ */ new Map();
  const intern = (text2) => {
    const short = interned.get(text2) ?? `#${interned.size}`;
    interned.set(text2, short);
    return short;
  };
  const digested = /* @__PURE__ */ new Map();
  const once = (node, make) => {
    const text2 = digested.get(node) ?? intern(make());
    digested.set(node, text2);
    return text2;
  };
  const simple = (node) => {
    switch (node.kind) {
      case "none":
        return "n";
      case "bool":
        return node.value ? "bt" : "bf";
      case "int":
        return typeof node.value === "number" ? `i${node.value}` : once(node, () => `i${node.value}`);
      case "float":
        return Number.isNaN(node.value) ? void 0 : `f${Object.is(node.value, -0) ? "-0" : node.value}`;
      case "str":
        if (node.value === null) return once(node, () => `u${rangeDigest(node.range)}`);
        return node.value.length <= maxPlain ? `s${node.value}` : once(node, () => `s${node.value}`);
      case "bytes":
        return node.mutable ? null : once(node, () => `y${rangeDigest(node.range)}`);
      case "list":
      case "dict":
        return null;
      case "set":
        return node.frozen ? void 0 : null;
      case "global":
        return once(node, () => `g${node.module}
${node.name}`);
      case "extension":
        return `x${node.code}`;
      case "tuple":
      case "object":
      case "persistent":
        return void 0;
      default:
        return node;
    }
  };
  const of = (root) => {
    const quick = simple(root);
    if (quick !== void 0) return quick;
    const pending = [root];
    while (pending.length > 0) {
      const node = pending[pending.length - 1] ?? root;
      if (known.has(node)) {
        pending.pop();
        continue;
      }
      if (node.kind !== "tuple" && node.kind !== "set") {
        const text2 = simple(node);
        known.set(node, text2 === void 0 ? `o${known.size}` : text2);
        pending.pop();
        continue;
      }
      const open = node.items.filter((item) => simple(item) === void 0 && !known.has(item));
      if (open.length > 0) {
        for (const item of open) pending.push(item);
        continue;
      }
      const parts = node.items.map((item) => simple(item) ?? known.get(item) ?? null);
      if (parts.includes(null)) known.set(node, null);
      else
        known.set(
          node,
          intern(
            `${node.kind === "tuple" ? "t" : "z"}${JSON.stringify(node.kind === "tuple" ? parts : parts.toSorted())}`
          )
        );
      pending.pop();
    }
    return known.get(root) ?? null;
  };
  return { of };
}
function rangeDigest(range) {
  if (range === null) return "";
  const hash = createHash4("sha256");
  for (let done = 0; done < range.length; ) {
    const bytes = range.source.read(range.offset + done, Math.min(1024 * 1024, range.length - done));
    hash.update(bytes);
    done += bytes.length;
  }
  return hash.digest("hex");
}

// src/formats/codecs/pickle/pickle-state.ts
var PickleState = class {
  reader;
  limits;
  afterBuild;
  stack = [];
  marks = [];
  /** The height of the stack under the last mark: nothing below it may be taken. */
  floor = 0;
  memo = /* @__PURE__ */ new Map();
  globals = /* @__PURE__ */ new Map();
  persistent = [];
  identity = keyIdentity();
  places = /* @__PURE__ */ new Map();
  nodes = 0;
  opcodes = 0;
  protocol = 0;
  constructor(reader, limits, afterBuild) {
    this.reader = reader;
    this.limits = limits;
    this.afterBuild = afterBuild;
  }
  push(node) {
    if (this.stack.length >= this.limits.maxStack)
      throw this.reader.limitProblem("STACK_LIMIT", `The stack holds ${this.limits.maxStack} values.`);
    this.stack.push(node);
  }
  /** Pushes a node that takes memory of its own. */
  make(node) {
    if (++this.nodes > this.limits.maxNodes)
      throw this.reader.limitProblem("NODE_LIMIT", `The pickle makes more than ${this.limits.maxNodes} values.`);
    this.push(node);
  }
  underflow() {
    return this.reader.problem("STACK_UNDERFLOW", "The opcode takes more values from the stack than there are.");
  }
  top() {
    const node = this.stack.length > this.floor ? this.stack[this.stack.length - 1] : void 0;
    if (node === void 0) throw this.underflow();
    return node;
  }
  pop() {
    const node = this.stack.length > this.floor ? this.stack.pop() : void 0;
    if (node === void 0) throw this.underflow();
    return node;
  }
  popSome(count) {
    if (this.stack.length - this.floor < count) throw this.underflow();
    const members = this.stack.slice(this.stack.length - count);
    this.stack.length -= count;
    return members;
  }
  mark() {
    if (this.marks.length >= this.limits.maxMarks)
      throw this.reader.limitProblem("DEPTH_LIMIT", `More than ${this.limits.maxMarks} marks are open at once.`);
    this.marks.push(this.stack.length);
    this.floor = this.stack.length;
  }
  popMark() {
    const mark = this.marks.pop();
    if (mark === void 0)
      throw this.reader.problem("NO_MARK", "The opcode needs a mark on the stack; there is none.");
    this.floor = this.marks[this.marks.length - 1] ?? 0;
    const members = this.stack.slice(mark);
    this.stack.length = mark;
    return members;
  }
  get(index) {
    const node = this.memo.get(index);
    if (node === void 0) throw this.reader.problem("MEMO_MISSING", `Nothing was put into memo ${index}.`);
    this.push(node);
  }
  put(index) {
    const node = this.top();
    if (this.memo.size >= this.limits.maxMemo && !this.memo.has(index))
      throw this.reader.limitProblem("MEMO_LIMIT", `More than ${this.limits.maxMemo} values are memoized.`);
    this.memo.set(index, node);
  }
  targetProblem(verb, target) {
    return this.reader.problem("TARGET_TYPE", `The opcode would ${verb} a ${target.kind}.`);
  }
};

// src/formats/codecs/pickle/text-operations.ts
var textOperations = [
  // S STRING
  [83, (state) => pushEightBit(state, textArgument(state, "a quoted string", quotedBytes, state.limits.maxLine))],
  // T BINSTRING
  [84, binString],
  // U SHORT_BINSTRING
  [85, (state) => pushEightBit(state, state.reader.announced(state.reader.byte()).slice())],
  // V UNICODE
  [86, textUnicode],
  // X BINUNICODE
  [88, (state) => text(state, state.reader.unsigned(4))],
  // SHORT_BINUNICODE
  [140, (state) => text(state, state.reader.byte())],
  // BINUNICODE8
  [141, (state) => text(state, state.reader.length64())],
  // B BINBYTES
  [66, (state) => pushBytes(state, state.reader.unsigned(4), false)],
  // C SHORT_BINBYTES
  [67, (state) => pushBytes(state, state.reader.byte(), false)],
  // BINBYTES8
  [142, (state) => pushBytes(state, state.reader.length64(), false)],
  // BYTEARRAY8
  [150, (state) => pushBytes(state, state.reader.length64(), true)],
  // NEXT_BUFFER
  [151, outOfBand],
  // READONLY_BUFFER
  [152, outOfBand]
];
function outOfBand(state) {
  throw state.reader.problem(
    "OUT_OF_BAND",
    "The pickle wants a buffer that is not in the file.",
    "Pickle it without buffer_callback, so that the data is in the file."
  );
}
function text(state, length) {
  const reader = state.reader;
  if (length > state.limits.maxHeldText) {
    const range = { source: reader.source, offset: reader.skip(length), length };
    checkLongText(state, range);
    state.make({ kind: "str", value: null, range });
    return;
  }
  const ascii = length <= 64 ? reader.ascii(reader.announce(length)) : null;
  if (ascii !== null) {
    state.make({ kind: "str", value: ascii, range: null });
    return;
  }
  const bytes = reader.announced(length);
  const decoded = decodeSurrogateUtf8(bytes);
  if (!decoded.valid) throw encodingProblem(state, decoded.at);
  if (!decoded.ambiguous) {
    state.make({ kind: "str", value: decoded.text, range: null });
    return;
  }
  state.make({ kind: "str", value: null, range: held(state, bytes.slice()) });
}
function encodingProblem(state, at) {
  return state.reader.problem("TEXT_ENCODING", `The text is not UTF-8 at its byte ${at}.`);
}
function checkLongText(state, range) {
  for (let done = 0; done < range.length; ) {
    const piece = range.source.read(range.offset + done, Math.min(1024 * 1024, range.length - done));
    let at = 0;
    for (; ; ) {
      while ((piece[at] ?? 128) < 128) at++;
      const length = at < piece.length ? characterLength(piece, at) : 0;
      if (length === 0) break;
      at += length;
    }
    const cut = done + piece.length < range.length && piece.length - at < 4;
    if (at < piece.length && !(cut && at > 0)) throw encodingProblem(state, done + at);
    done += at;
  }
}
function held(state, bytes) {
  return { source: memorySource(state.reader.source.name, bytes), offset: 0, length: bytes.length };
}
function pushBytes(state, length, mutable) {
  const { source } = state.reader;
  const offset = state.reader.skip(length);
  state.make({ kind: "bytes", mutable, range: { source, offset, length } });
}
function binString(state) {
  const length = signedLength(state);
  if (length > state.limits.maxHeldText) {
    pushBytes(state, length, false);
    return;
  }
  pushEightBit(state, state.reader.announced(length).slice());
}
function pushEightBit(state, bytes) {
  if (bytes.length <= state.limits.maxHeldText && bytes.every((byte) => byte < 128)) {
    state.make({ kind: "str", value: Buffer.from(bytes).toString("latin1"), range: null });
    return;
  }
  state.make({ kind: "bytes", mutable: false, range: held(state, bytes) });
}
function textUnicode(state) {
  const { text: text2, ambiguous } = textArgument(state, "a text", rawUnicode, state.limits.maxLine);
  if (!ambiguous && text2.length <= state.limits.maxHeldText) {
    state.make({ kind: "str", value: text2, range: null });
    return;
  }
  state.make({ kind: "str", value: null, range: held(state, encodeSurrogateUtf8(text2)) });
}

// src/formats/codecs/pickle/pickle-machine.ts
function readPickle(source, options2 = {}) {
  const reader = new PickleReader(source, options2.offset ?? 0, options2.entry);
  const state = new PickleState(reader, { ...pickleLimits, ...options2.limits }, options2.afterBuild);
  const { maxOpcodes } = state.limits;
  for (; ; ) {
    reader.opcodeOffset = reader.position;
    const opcode = reader.byte();
    if (++state.opcodes > maxOpcodes)
      throw reader.limitProblem("OPCODE_LIMIT", `The pickle has more than ${maxOpcodes} opcodes.`);
    if (opcode === stopOpcode) return stopped(state);
    const operation = operations[opcode];
    if (operation === void 0) throw unknownOpcode(reader, opcode);
    operation(state);
  }
}
var stopOpcode = 46;
var operations = Array.from(
  { length: 256 },
  (_, opcode) => [...numberOperations, ...textOperations, ...containerOperations, ...objectOperations].find(
    ([byte]) => byte === opcode
  )?.[1]
);
var opcodeCount = operations.filter((operation) => operation !== void 0).length + 1;
function stopped(state) {
  const { reader } = state;
  const root = state.pop();
  if (reader.insideFrame)
    throw reader.problem("FRAME_BOUNDARY", `The pickle stops at offset ${reader.opcodeOffset}, inside a frame.`);
  return {
    root,
    end: reader.position,
    protocol: state.protocol,
    opcodes: state.opcodes,
    globals: [...state.globals.values()],
    persistent: state.persistent
  };
}
function unknownOpcode(reader, opcode) {
  return reader.problem(
    "PICKLE_BAD_OPCODE",
    `Found the byte 0x${opcode.toString(16).padStart(2, "0")} where an opcode of protocols 0 to 5 was expected.`
  );
}

// src/formats/checkpoints/torch/reading.ts
var maxNotes = 200;
var maxNestedFiles = 4;
function startFile(file) {
  return { file, notes: [], globals: [], depth: 0, given: /* @__PURE__ */ new Set() };
}
function addNote(file, note) {
  const key = `${note.code}
${note.entry ?? ""}
${note.message}`;
  if (file.given.has(key)) return;
  file.given.add(key);
  if (file.notes.length < maxNotes) file.notes.push(note);
  else if (file.notes.length === maxNotes)
    file.notes.push({ code: "MORE_NOTES", message: `There are more than ${maxNotes} notes; the rest is left out.` });
}
function createReading(file, parts) {
  const nested = /* @__PURE__ */ new Map();
  const place = { file: file.file };
  const reading = {
    file: file.file,
    storage: parts.storage,
    nested(bytes) {
      const known = nested.get(bytes);
      if (known !== void 0) return known;
      const range = nodeBytes(bytes);
      if (range === null)
        throw reading.problem("NESTED_FILE", "What torch.storage._load_from_bytes would load are no bytes.");
      if (file.depth >= maxNestedFiles)
        throw reading.limitProblem("DEPTH_LIMIT", `Files are nested more than ${maxNestedFiles} levels deep.`);
      const source = windowSource(range.source, `${file.file}, storage inside`, range.offset, range.length);
      const opened = parts.openNested(source, { ...file, depth: file.depth + 1 });
      nested.set(bytes, opened);
      return opened;
    },
    attachment: (node) => parts.attachments?.get(node) ?? null,
    note: (note) => addNote(file, note),
    problem: (code, message) => new FormatProblem(code, message, { place, remedy: "Save the file again: it is damaged." }),
    limitProblem: (code, message) => new LimitProblem(code, message, {
      place,
      remedy: "A checkpoint does not look like this. If it is a real one, save its parts as separate files."
    })
  };
  return reading;
}

// src/formats/checkpoints/torch/storage-id.ts
function storageId(node, problem) {
  const { id } = node;
  const parts = id.kind === "tuple" ? id.items : [];
  const tag = plainText(parts[0]);
  if (tag === "module") return null;
  if (tag !== "storage" || parts.length < 5 || parts.length > 6)
    throw problem("PERSID_SHAPE", 'A persistent id is not of the form ("storage", class, key, location, count).');
  const [, classNode, keyNode, locationNode, countNode, viewNode] = parts;
  const key = plainText(keyNode);
  const location = plainText(locationNode);
  if (key === null || location === null)
    throw problem("PERSID_SHAPE", "Key and location of a storage are not both texts.");
  if (key === "" || key.length > 255 || /[/\\\0]|^\.\.?$/.test(key))
    throw problem("KEY_NAME", `The storage key ${JSON.stringify(key.slice(0, 60))} is not a plain name.`);
  const dtype = storageType(classNode, problem);
  const count = safeInteger(countNode) ?? -1;
  const byteLength = count * itemBytes(dtype);
  if (count < 0 || !Number.isSafeInteger(byteLength))
    throw problem("STORAGE_SIZE", `The size of storage ${JSON.stringify(key)} is no integer from 0 to 2^53.`);
  return { key, dtype, location, count, byteLength, view: viewOf(viewNode, problem) };
}
function itemBytes(dtype) {
  return dtype === null ? 1 : dtypeFacts(dtype).bytes;
}
function storageType(node, problem) {
  const name2 = node === void 0 ? null : dottedName(node);
  const dtype = name2 === null ? void 0 : storageDtypes.get(name2.slice(name2.lastIndexOf(".") + 1));
  if (dtype !== void 0) return dtype;
  throw problem("STORAGE_TYPE", `The class of a storage is ${JSON.stringify(name2 ?? node?.kind)}, which is not known.`);
}
function viewOf(node, problem) {
  if (node === void 0 || node.kind === "none") return null;
  const [keyNode, offsetNode, countNode] = node.kind === "tuple" ? node.items : [];
  const key = plainText(keyNode);
  const offset = safeInteger(offsetNode) ?? -1;
  const count = safeInteger(countNode) ?? -1;
  if (key === null || offset < 0 || count < 0)
    throw problem("PERSID_SHAPE", "The view of a storage is not of the form (key, offset, count).");
  return { key, offset, count };
}

// src/formats/checkpoints/torch/legacy-stream.ts
var magic = 0x1950a86a20f9469cfc6cn;
var version = 1001;
function isLegacyStream(source) {
  try {
    const head = windowSource(source, source.name, 0, Math.min(64, source.byteLength));
    const { root } = readPickle(head, { limits: { maxOpcodes: 8 } });
    return root.kind === "int" && root.value === magic;
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}
function readLegacyStream(source, file) {
  const problem = (code, message, offset) => new FormatProblem(code, message, {
    place: { file: source.name, offset },
    remedy: "Save the file again with torch.save."
  });
  const next = (offset) => {
    const pickle = readPickle(source, { offset });
    for (const node of pickle.globals) file.globals.push(node);
    return pickle;
  };
  const first = next(0);
  if (first.root.kind !== "int" || first.root.value !== magic)
    throw problem("LEGACY_MAGIC", "The first pickle is not the magic number of a PyTorch stream.", 0);
  const second = next(first.end);
  if (safeInteger(second.root) !== version)
    throw problem("LEGACY_VERSION", `The second pickle is not the version ${version}.`, first.end);
  const system = next(second.end);
  const object = next(system.end);
  const keys = next(object.end);
  const ids = /* @__PURE__ */ new Map();
  const roots = /* @__PURE__ */ new Map();
  for (const node of object.persistent) {
    const id = storageId(node, (code, message) => problem(code, message, system.end));
    if (id === null) continue;
    ids.set(node, id);
    const known = roots.get(id.key);
    if (known !== void 0 && known.byteLength !== id.byteLength)
      throw problem(
        "STORAGE_SIZE",
        `The storage ${id.key} is said to have ${known.byteLength} and ${id.byteLength} bytes.`,
        system.end
      );
    roots.set(id.key, id);
  }
  const { storages: storages2, end } = placeStorages(source, keys, roots, problem);
  const views = /* @__PURE__ */ new Map();
  const reading = createReading(file, {
    storage(node) {
      const id = ids.get(node);
      if (id === void 0) return null;
      const root = storages2.get(id.key);
      if (root === void 0)
        throw reading.problem("RECORD_MISSING", `The storage ${id.key} is not in the list of keys.`);
      if (id.view === null) return { storage: root, dtype: id.dtype, count: id.count };
      const { key, offset, count } = id.view;
      const bytes = itemBytes(id.dtype);
      const storage = views.get(`${id.key} ${key}`) ?? viewStorage(root, `storage ${key}`, offset * bytes, count * bytes, reading);
      views.set(`${id.key} ${key}`, storage);
      return { storage, dtype: id.dtype, count };
    },
    openNested: openNestedFile
  });
  return { root: object.root, reading, end, facts: systemFacts(system.root, object.protocol) };
}
function openNestedFile(source, file) {
  const stream = readLegacyStream(source, file);
  if (stream.end !== source.byteLength)
    throw new FormatProblem("TRAILING_DATA", `${source.byteLength - stream.end} bytes follow the last storage.`, {
      place: { file: source.name, offset: stream.end },
      remedy: "Save the file again: it is damaged."
    });
  return { node: stream.root, reading: stream.reading };
}
function placeStorages(source, keys, roots, problem) {
  if (keys.root.kind !== "list")
    throw problem("LEGACY_KEYS", "The fifth pickle is not the list of storage keys.", keys.end);
  const storages2 = /* @__PURE__ */ new Map();
  let position = keys.end;
  for (const node of keys.root.items) {
    const key = plainText(node);
    const id = key === null ? void 0 : roots.get(key);
    if (key === null || id === void 0)
      throw problem(
        "LEGACY_KEYS",
        `The list of storages names ${JSON.stringify(key ?? node.kind)}, which the object does not use.`,
        position
      );
    if (storages2.has(key))
      throw problem("LEGACY_KEYS", `The list of storages names ${JSON.stringify(key)} twice.`, position);
    const count = Buffer.from(source.read(position, 8)).readBigUInt64LE(0);
    if (count !== BigInt(id.count))
      throw problem("STORAGE_SIZE", `The storage ${key} has ${count} elements; ${id.count} were expected.`, position);
    const window = windowSource(source, source.name, position + 8, id.byteLength);
    const name2 = `storage ${key}`;
    storages2.set(key, { name: name2, byteLength: id.byteLength, device: id.location, bigEndian: false, random: () => window });
    position += 8 + id.byteLength;
  }
  return { storages: storages2, end: position };
}
function viewStorage(root, name2, offset, length, reading) {
  if (!Number.isSafeInteger(offset + length) || offset + length > root.byteLength)
    throw reading.problem(
      "TENSOR_BOUNDS",
      `The view ${name2} reaches to byte ${offset + length} of ${root.byteLength}.`
    );
  const random = async () => windowSource(await root.random(), name2, offset, length);
  return { ...root, name: name2, byteLength: length, random };
}
function systemFacts(root, protocol) {
  const facts2 = { "pickle protocol": String(protocol) };
  if (root.kind !== "dict") return facts2;
  for (const [key, value] of root.pairs)
    if (plainText(key) === "little_endian" && value.kind === "bool")
      facts2["written on"] = `a ${value.value ? "little" : "big"}-endian machine`;
  return facts2;
}

// src/formats/checkpoints/torch-legacy.ts
var torchLegacy = {
  id: "torch-legacy",
  title: "PyTorch file of the old format",
  role: "checkpoint",
  recognizes: isLegacyStream,
  async open(source) {
    const file = startFile(source.name);
    const stream = readLegacyStream(source, file);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    flatten(flattening, stream.root, [], stream.reading);
    const trailing = source.byteLength - stream.end;
    if (trailing > 0) {
      addNote(file, {
        code: "TRAILING_DATA",
        message: `${trailing} bytes follow the last storage; torch.load does not read them. They are compared.`
      });
      const chunks = () => sourceChunks(source, stream.end);
      const path = [{ compound: "trailing bytes" }];
      flattening.entries.push({
        kind: "opaque",
        path,
        structure: {},
        what: "trailing bytes",
        byteLength: trailing,
        chunks
      });
    }
    return {
      format: torchLegacy.id,
      entries: flattening.entries,
      notes: file.notes,
      container: stream.facts,
      executableReferences: executableReferences(file.globals),
      close: () => {
      }
    };
  }
};

// src/formats/codecs/zip.ts
import { crc32, inflateRawSync } from "node:zlib";

// src/formats/codecs/zip-directory.ts
var import_yauzl = __toESM(require_yauzl(), 1);
var longestName = 4096;
var readAheadBytes = 64 * 1024;
async function readDirectory(source, end, maxEntries) {
  const file = source.name;
  if (end.entryCount === 0)
    throw new FormatProblem("ZIP_EMPTY_ARCHIVE", "The ZIP archive has no entries.", {
      place: { file },
      remedy: "Write the file again: there is nothing in it to compare."
    });
  if (end.entryCount > maxEntries)
    throw new LimitProblem(
      "ZIP_ENTRY_COUNT",
      `The archive names ${end.entryCount} entries; at most ${maxEntries} are read.`,
      {
        place: { file }
      }
    );
  if (end.entryCount * 46 > end.directoryEnd - end.directoryOffset)
    throw countProblem(end, file, end.directoryOffset, "is too short for them");
  const headers = [];
  const notes = [];
  const names2 = /* @__PURE__ */ new Set();
  let position = end.directoryOffset;
  let zip = null;
  try {
    zip = await (0, import_yauzl.fromRandomAccessReaderPromise)(new DirectoryReader(source), end.archiveEnd, {
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: false
    });
    for await (const entry of zip.eachEntry()) {
      const header = checkEntry(entry, { file, offset: position }, notes);
      if (names2.has(header.name))
        throw new FormatProblem(
          "ZIP_DUPLICATE_ENTRY",
          `The archive has two entries named ${JSON.stringify(header.name)}.`,
          {
            place: { file, entry: header.name, offset: position },
            remedy: "Write the archive again: readers disagree on which of the two counts."
          }
        );
      names2.add(header.name);
      headers.push(header);
      position += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    }
  } catch (error) {
    throw isProblem(error) ? error : directoryProblem(error, { file, offset: position });
  } finally {
    zip?.close();
  }
  if (position !== end.directoryEnd)
    throw countProblem(end, file, position, `goes on after them for ${end.directoryEnd - position} bytes`);
  return { headers, notes };
}
function countProblem(end, file, offset, directory) {
  return new FormatProblem(
    "ZIP_ENTRY_COUNT",
    `The end record counts ${end.entryCount} entries, but the directory ${directory}.`,
    {
      place: { file, offset },
      remedy: "Write the archive again: entries could be hidden there."
    }
  );
}
function directoryProblem(error, place) {
  const message = error instanceof Error ? error.message : String(error);
  const code = /encrypt/i.test(message) ? "ZIP_ENCRYPTED" : /zip64/i.test(message) ? "ZIP_ZIP64" : "ZIP_DIRECTORY";
  return new FormatProblem(code, `The ZIP directory cannot be read: ${message}.`, {
    place,
    remedy: "Write the file again: its directory is damaged.",
    cause: error
  });
}
function checkEntry(entry, at, notes) {
  const name2 = decodeName(entry.fileNameRaw, at);
  const place = { ...at, entry: name2 };
  const flags = entry.generalPurposeBitFlag;
  if ((flags & 65) !== 0)
    throw new FormatProblem("ZIP_ENCRYPTED", `The entry ${JSON.stringify(name2)} is encrypted.`, {
      place,
      remedy: "Save it without a password."
    });
  if ((flags & 32) !== 0)
    throw new FormatProblem("ZIP_PATCH", `The entry ${JSON.stringify(name2)} is marked as compressed patch data.`, {
      place
    });
  if ((flags & 63376) !== 0)
    notes.push({ code: "ZIP_RESERVED_FLAG", message: `Flag bits 0x${flags.toString(16)} are reserved.`, entry: name2 });
  const method = entry.compressionMethod;
  if (method !== 0 && method !== 8)
    throw new FormatProblem(
      "ZIP_METHOD",
      `The entry ${JSON.stringify(name2)} is compressed by method ${method}; 0 (stored) and 8 (deflate) can be read.`,
      { place, remedy: "Write the archive with deflate or without compression." }
    );
  if (method === 0 && entry.compressedSize !== entry.uncompressedSize)
    throw new FormatProblem(
      "ZIP_SIZE_MISMATCH",
      `The stored entry ${JSON.stringify(name2)} has ${entry.compressedSize} bytes and claims ${entry.uncompressedSize}.`,
      { place, remedy: "Write the file again: its sizes are wrong." }
    );
  const mode = entry.externalFileAttributes >>> 28 & 15;
  if (entry.versionMadeBy >>> 8 === 3 && mode !== 0 && mode !== 8 && mode !== 4)
    notes.push({
      code: "ZIP_SPECIAL_MODE",
      message: "The entry claims to be a link or a device; it is read as bytes.",
      entry: name2
    });
  const numbers2 = [entry.compressedSize, entry.uncompressedSize, entry.relativeOffsetOfLocalHeader];
  if (!numbers2.every(Number.isSafeInteger))
    throw new FormatProblem("ZIP_ZIP64", `The sizes of ${JSON.stringify(name2)} are beyond 2^53.`, { place });
  return {
    name: name2,
    nameBytes: entry.fileNameRaw,
    flags,
    method,
    compressedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    localOffset: entry.relativeOffsetOfLocalHeader
  };
}
var utf82 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
function decodeName(bytes, place) {
  const refuse = (found) => new FormatProblem("ZIP_NAME", `The name of a ZIP entry ${found}.`, {
    place,
    remedy: "Write the archive again with plain relative names."
  });
  let name2;
  try {
    name2 = utf82.decode(bytes);
  } catch {
    throw refuse("is not UTF-8");
  }
  if (bytes.length > longestName) throw refuse(`has ${bytes.length} bytes, and at most ${longestName} are read`);
  if (name2 === "") throw refuse("is empty");
  if (/[\0\\]/.test(name2)) throw refuse(`contains NUL or a backslash: ${JSON.stringify(name2)}`);
  if (name2.startsWith("/") || /^[A-Za-z]:/.test(name2)) throw refuse(`is an absolute path: ${JSON.stringify(name2)}`);
  const parts = (name2.endsWith("/") ? name2.slice(0, -1) : name2).split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".."))
    throw refuse(`leads elsewhere: ${JSON.stringify(name2)}`);
  return name2;
}
var DirectoryReader = class extends import_yauzl.RandomAccessReader {
  #source;
  #block = new Uint8Array(0);
  #blockOffset = 0;
  constructor(source) {
    super();
    this.#source = source;
  }
  read(target, offset, length, position, done) {
    try {
      if (position < this.#blockOffset || position + length > this.#blockOffset + this.#block.length) {
        const ahead = Math.min(readAheadBytes, this.#source.byteLength - position);
        this.#block = this.#source.read(position, Math.max(length, ahead));
        this.#blockOffset = position;
      }
      const start = position - this.#blockOffset;
      target.set(this.#block.subarray(start, start + length), offset);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    done(null);
  }
};

// src/formats/codecs/zip-end-record.ts
var recordBytes = 22;
var locatorBytes = 20;
var longestComment = 65535;
function findEndRecord(source) {
  const tailLength = Math.min(source.byteLength, recordBytes + longestComment);
  const tailOffset = source.byteLength - tailLength;
  const tail = Buffer.from(source.read(tailOffset, tailLength));
  const found = [];
  let refused = null;
  for (let at = tail.length - recordBytes; at >= 0; at--) {
    at = tail.lastIndexOf("PK", at, "latin1");
    if (at < 0) break;
    try {
      found.push(readEndRecord(source, tail.subarray(at, at + recordBytes), tailOffset + at));
    } catch (error) {
      if (!(error instanceof FormatProblem)) throw error;
      refused ??= error;
    }
  }
  const [record, second] = found;
  if (record === void 0) throw refused ?? noRecord(source);
  if (second === void 0) return record;
  throw new FormatProblem(
    "ZIP_EOCD",
    "The file has two ZIP end records, and both fit: readers disagree on which counts.",
    {
      place: { file: source.name, offset: second.directoryEnd },
      remedy: "Write the archive again without a comment."
    }
  );
}
function noRecord(source) {
  return new FormatProblem("ZIP_EOCD", "The ZIP end record is missing: the file is cut off, or it is no ZIP archive.", {
    place: { file: source.name, offset: source.byteLength },
    remedy: "Write the file again; a training that was killed while saving leaves such a file."
  });
}
function readEndRecord(source, record, offset) {
  const place = { file: source.name, offset };
  const archiveEnd = offset + recordBytes + record.readUInt16LE(20);
  if (archiveEnd > source.byteLength)
    throw new FormatProblem("ZIP_EOCD", "The comment of the ZIP end record reaches past the end of the file.", {
      place
    });
  const disks = [record.readUInt16LE(4), record.readUInt16LE(6)];
  const counts = [record.readUInt16LE(8), record.readUInt16LE(10)];
  const short = { entryCount: counts[1], size: record.readUInt32LE(12), directoryOffset: record.readUInt32LE(16) };
  const long = readZip64(source, offset);
  if (disks.some((disk) => disk !== 0 && !(long !== null && disk === 65535)) || counts[0] !== counts[1])
    throw new FormatProblem("ZIP_MULTIDISK", "The archive is one part of a split (multi-disk) ZIP archive.", {
      place,
      remedy: "Join the parts into one file."
    });
  if (long !== null) {
    const agrees = (of32, of64, unset2) => of32 === unset2 || of32 === of64;
    if (!agrees(short.entryCount, long.entryCount, 65535) || !agrees(short.size, long.size, 4294967295) || !agrees(short.directoryOffset, long.directoryOffset, 4294967295))
      throw new FormatProblem("ZIP_ZIP64", "The ZIP end record and its zip64 form contradict each other.", { place });
  }
  const { entryCount, size: size2, directoryOffset } = long ?? short;
  const directoryEnd = long?.offset ?? offset;
  if (directoryOffset + size2 !== directoryEnd)
    throw new FormatProblem(
      "ZIP_EOCD",
      `The ZIP end record stands at byte ${directoryEnd}, but its directory ends at byte ${directoryOffset + size2}.`,
      { place, remedy: "Write the file again: bytes were added, lost or changed." }
    );
  return { entryCount, directoryOffset, directoryEnd, archiveEnd };
}
function readZip64(source, offset) {
  if (offset < locatorBytes) return null;
  const locator = Buffer.from(source.read(offset - locatorBytes, locatorBytes));
  if (locator.toString("latin1", 0, 4) !== "PK\x07") return null;
  const place = { file: source.name, offset: offset - locatorBytes };
  const recordOffset = Number(locator.readBigUInt64LE(8));
  if (recordOffset + 56 > offset - locatorBytes)
    throw new FormatProblem("ZIP_ZIP64", "The zip64 locator points past itself.", { place });
  const record = Buffer.from(source.read(recordOffset, 56));
  const size2 = record.readBigUInt64LE(4);
  if (record.toString("latin1", 0, 4) !== "PK" || BigInt(recordOffset) + 12n + size2 !== BigInt(place.offset ?? 0))
    throw new FormatProblem("ZIP_ZIP64", `There is no fitting zip64 end record at byte ${recordOffset}.`, { place });
  if (record.readUInt32LE(16) !== 0 || record.readUInt32LE(20) !== 0 || locator.readUInt32LE(4) !== 0)
    throw new FormatProblem("ZIP_MULTIDISK", "The archive is one part of a split (multi-disk) ZIP archive.", { place });
  const entryCount = record.readBigUInt64LE(32);
  if (record.readBigUInt64LE(24) !== entryCount)
    throw new FormatProblem("ZIP_MULTIDISK", "The zip64 record counts entries on other disks.", { place });
  return {
    offset: recordOffset,
    entryCount: Number(entryCount),
    size: Number(record.readBigUInt64LE(40)),
    directoryOffset: Number(record.readBigUInt64LE(48))
  };
}

// src/formats/codecs/zip-inflate.ts
import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
var outputBytes = 1024 * 1024;
function inflateChunks(source, entry) {
  return rechunk(inflated(source, entry));
}
async function* inflated(source, entry) {
  const inflate = createInflateRaw({ chunkSize: Math.max(64, Math.min(outputBytes, entry.size + 1)) });
  const compressed = Readable.from(compressedParts(source, entry), { objectMode: false });
  compressed.on("error", (error) => inflate.destroy(error));
  compressed.pipe(inflate);
  let produced = 0;
  try {
    for await (const output of inflate) {
      produced += output.byteLength;
      if (produced > entry.size) throw sizeProblem(source.name, entry, produced, inflate.bytesWritten);
      yield output;
    }
  } catch (error) {
    throw inflateProblem(error, source.name, entry);
  } finally {
    compressed.destroy();
    inflate.destroy();
  }
  if (produced !== entry.size || inflate.bytesWritten !== entry.compressedSize)
    throw sizeProblem(source.name, entry, produced, inflate.bytesWritten);
}
function* compressedParts(source, entry) {
  for (let at = 0; at < entry.compressedSize; at += chunkBytes)
    yield source.read(entry.dataOffset + at, Math.min(chunkBytes, entry.compressedSize - at));
}
function inflateProblem(error, file, entry) {
  if (isProblem(error)) return error;
  const tooLong = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
  if (tooLong) return sizeProblem(file, entry, entry.size + 1, entry.compressedSize);
  const why = error instanceof Error ? error.message : String(error);
  return new FormatProblem("ZIP_INFLATE", `The compressed data of ${JSON.stringify(entry.name)} is damaged: ${why}.`, {
    place: { file, entry: entry.name, offset: entry.dataOffset },
    remedy: "Write the file again.",
    cause: error
  });
}
function sizeProblem(file, entry, produced, consumed) {
  return new FormatProblem(
    "ZIP_SIZE_MISMATCH",
    `The directory says that ${entry.compressedSize} bytes hold ${entry.size}, but ${consumed} hold ${produced > entry.size ? "more" : produced}.`,
    {
      place: { file, entry: entry.name, offset: entry.dataOffset },
      remedy: "Write the file again: its sizes are wrong."
    }
  );
}

// src/formats/codecs/zip-local-headers.ts
var headerBytes = 30;
var meaningfulFlags = 8289;
var withDescriptor = 8;
var descriptorBytes = [0, 12, 16, 20, 24];
var unset = 4294967295;
function locateData(source, headers, end) {
  const notes = [];
  const scratch = Buffer.alloc(headerBytes + 65535);
  const dataOffsets = headers.map((header) => checkLocalHeader(source, header, scratch, end, notes));
  notes.push(...checkLayout(source, headers, dataOffsets, end));
  return { dataOffsets, notes };
}
function checkLocalHeader(source, central, scratch, end, notes) {
  const at = central.localOffset;
  const mismatch = (what) => new FormatProblem("ZIP_HEADER_MISMATCH", `The local header of ${JSON.stringify(central.name)} ${what}.`, {
    place: { file: source.name, entry: central.name, offset: at },
    remedy: "Write the archive again: readers that trust one header or the other would see different content."
  });
  const wanted = headerBytes + central.nameBytes.length;
  if (at + wanted > end.directoryOffset) throw mismatch("would lie inside the directory or past the end of the file");
  const local = scratch.subarray(0, wanted);
  source.readInto(local, at);
  if (local.readUInt32LE(0) !== 67324752) throw mismatch("is not where the directory says");
  if (local.readUInt16LE(26) !== central.nameBytes.length || local.compare(central.nameBytes, 0, void 0, headerBytes) !== 0)
    throw mismatch("has another name");
  const flags = local.readUInt16LE(6);
  if (((flags ^ central.flags) & meaningfulFlags) !== 0)
    throw mismatch(`has the flags 0x${flags.toString(16)}, the directory 0x${central.flags.toString(16)}`);
  const method = local.readUInt16LE(8);
  if (method !== central.method) throw mismatch(`has the method ${method}, the directory ${central.method}`);
  const extraLength = local.readUInt16LE(28);
  const dataOffset = at + wanted + extraLength;
  if (dataOffset + central.compressedSize > end.directoryOffset)
    throw new FormatProblem("ZIP_OVERLAP", `The data of ${JSON.stringify(central.name)} reaches into the directory.`, {
      place: { file: source.name, entry: central.name, offset: dataOffset },
      remedy: "Write the archive again: its sizes are wrong."
    });
  const recorded = { compressed: local.readUInt32LE(18), size: local.readUInt32LE(22) };
  const crc = local.readUInt32LE(14);
  if (recorded.compressed === unset || recorded.size === unset) {
    const extra = scratch.subarray(wanted, wanted + extraLength);
    source.readInto(extra, at + wanted);
    Object.assign(recorded, zip64Sizes(extra, recorded));
  }
  const later = (flags & withDescriptor) !== 0;
  const agrees = (here, there) => here === there || later && (here === 0 || here === unset);
  if (!agrees(recorded.compressed, central.compressedSize) || !agrees(recorded.size, central.size))
    throw mismatch(
      `gives the sizes ${recorded.compressed} and ${recorded.size}, the directory ${central.compressedSize} and ${central.size}`
    );
  if (!agrees(crc, central.crc32))
    notes.push({
      code: "CRC_MISMATCH",
      message: "The local header and the directory record different CRCs.",
      entry: central.name
    });
  return dataOffset;
}
function zip64Sizes(extra, recorded) {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    let next = 0;
    const take = (short) => {
      if (short !== unset || next + 8 > field.length) return short;
      next += 8;
      return Number(field.readBigUInt64LE(next - 8));
    };
    const size2 = take(recorded.size);
    return { size: size2, compressed: take(recorded.compressed) };
  }
  return recorded;
}
function checkLayout(source, headers, dataOffsets, end) {
  const parts = headers.map((header, index) => ({ header, dataEnd: (dataOffsets[index] ?? 0) + header.compressedSize })).sort((a, b) => a.header.localOffset - b.header.localOffset);
  const gaps = [];
  let previousEnd = 0;
  let allowed = [0];
  for (const { header, dataEnd } of parts) {
    const gap = header.localOffset - previousEnd;
    if (gap < 0)
      throw new FormatProblem("ZIP_OVERLAP", `The entry ${JSON.stringify(header.name)} overlaps the one before it.`, {
        place: { file: source.name, entry: header.name, offset: header.localOffset },
        remedy: "Write the archive again: overlapping entries are made to exhaust whoever unpacks them."
      });
    if (!allowed.includes(gap)) gaps.push({ offset: previousEnd, length: gap });
    previousEnd = dataEnd;
    allowed = (header.flags & withDescriptor) === 0 ? [0] : descriptorBytes;
  }
  const rest = end.directoryOffset - previousEnd;
  if (!allowed.includes(rest)) gaps.push({ offset: previousEnd, length: rest });
  if (end.archiveEnd < source.byteLength)
    gaps.push({ offset: end.archiveEnd, length: source.byteLength - end.archiveEnd });
  const [first] = gaps;
  if (first === void 0) return [];
  const total = gaps.reduce((sum, gap) => sum + gap.length, 0);
  return [
    {
      code: "EXTRA_BYTES",
      message: `${total} bytes belong to no entry of the archive; the first of them stand at byte ${first.offset}.`
    }
  ];
}

// src/formats/codecs/zip.ts
var zipLimits = { maxEntries: 2e5, maxFreeBytes: 4 * 1024 ** 3, maxRatio: 100 };
var deflateRatio = 1032;
async function openZip(source, limits = zipLimits) {
  const end = findEndRecord(source);
  const directory = await readDirectory(source, end, limits.maxEntries);
  const located = locateData(source, directory.headers, end);
  const entries = directory.headers.map(({ name: name2, method, compressedSize, size: size2, crc32: crc322 }, index) => {
    const dataOffset = located.dataOffsets[index] ?? 0;
    return { name: name2, method, compressedSize, size: size2, crc32: crc322, dataOffset };
  });
  checkRatio(source, entries, limits);
  const notes = [...directory.notes, ...located.notes];
  const without = entries.filter((entry) => !hasCrc(entry) && entry.size > 0).length;
  if (without > 0)
    notes.push({ code: "CRC_NOT_RECORDED", message: `${without} of ${entries.length} entries carry no CRC.` });
  const noted = /* @__PURE__ */ new Set();
  const checkCrc = (entry, crc) => {
    if (crc !== entry.crc32 && !noted.has(entry)) {
      noted.add(entry);
      const message = `The content has CRC ${hex(crc)}, the directory records ${hex(entry.crc32)}: it was damaged or edited.`;
      notes.push({ code: "CRC_MISMATCH", message, entry: entry.name });
    }
  };
  async function* chunks(entry) {
    let crc = 0;
    const raw = entry.method === 0 ? sourceChunks(source, entry.dataOffset, entry.compressedSize) : inflateChunks(source, entry);
    for await (const chunk of raw) {
      if (hasCrc(entry)) crc = crc32(chunk, crc);
      yield chunk;
    }
    if (hasCrc(entry)) checkCrc(entry, crc);
  }
  return {
    entries,
    notes,
    chunks,
    async read(entry, maxBytes) {
      if (entry.size > maxBytes)
        throw new LimitProblem(
          "ZIP_ENTRY_SIZE",
          `The entry has ${entry.size} bytes; at most ${maxBytes} are read at once.`,
          {
            place: { file: source.name, entry: entry.name, offset: entry.dataOffset }
          }
        );
      const raw = source.read(entry.dataOffset, entry.compressedSize);
      const bytes = entry.method === 0 ? raw : inflateAll(source, entry, raw);
      if (hasCrc(entry)) checkCrc(entry, crc32(bytes));
      return bytes;
    },
    storedSource(entry) {
      if (entry.method === 0) return windowSource(source, `${source.name}/${entry.name}`, entry.dataOffset, entry.size);
      throw new FormatProblem(
        "ZIP_METHOD",
        `The entry ${JSON.stringify(entry.name)} is compressed; it was expected to be stored.`,
        {
          place: { file: source.name, entry: entry.name, offset: entry.dataOffset },
          remedy: "Save it without compression, as torch.save does."
        }
      );
    },
    async verify(entry) {
      if (!hasCrc(entry)) return null;
      for await (const _ of chunks(entry)) ;
      return !noted.has(entry);
    }
  };
}
function hasCrc(entry) {
  return entry.crc32 !== 0;
}
function hex(crc) {
  return crc.toString(16).padStart(8, "0");
}
function inflateAll(source, entry, raw) {
  try {
    const inflated2 = inflateRawSync(raw, { maxOutputLength: entry.size + 1, info: true });
    const { buffer, engine } = inflated2;
    if (buffer.byteLength === entry.size && engine.bytesWritten === entry.compressedSize) return buffer;
    throw sizeProblem(source.name, entry, buffer.byteLength, engine.bytesWritten);
  } catch (error) {
    throw inflateProblem(error, source.name, entry);
  }
}
function checkRatio(source, entries, limits) {
  const problem = (claimed2, compressed2, place) => new LimitProblem("ZIP_RATIO", `${compressed2} compressed bytes claim to hold ${claimed2} bytes.`, {
    place: { file: source.name, ...place },
    remedy: "This is how decompression bombs look. Save the arrays without compression if they are real."
  });
  let claimed = 0;
  let compressed = 0;
  for (const entry of entries) {
    if (entry.method === 0) continue;
    claimed += entry.size;
    compressed += entry.compressedSize;
    if (entry.size > deflateRatio * (entry.compressedSize + 1))
      throw problem(entry.size, entry.compressedSize, { entry: entry.name });
  }
  if (claimed > limits.maxFreeBytes && claimed > limits.maxRatio * compressed) throw problem(claimed, compressed, {});
}

// src/formats/checkpoints/torch/zip-records.ts
var maxPickleBytes = 512 * 1024 * 1024;
var maxInflatedBytes = 128 * 1024 * 1024;
function zipRecords(source, archive) {
  const [first] = archive.entries;
  const slash = first?.name.indexOf("/") ?? -1;
  const prefix = first?.name.slice(0, Math.max(0, slash)) ?? "";
  const byName = /* @__PURE__ */ new Map();
  for (const entry of archive.entries) {
    if (slash <= 0 || !entry.name.startsWith(`${prefix}/`))
      throw new FormatProblem(
        "ARCHIVE_PREFIX",
        `The record ${JSON.stringify(entry.name.slice(0, 200))} does not lie under ${JSON.stringify(`${prefix}/`)}, as the first one does.`,
        { place: { file: source.name, entry: entry.name }, remedy: "Save the file again with torch.save." }
      );
    byName.set(entry.name.slice(prefix.length + 1), entry);
  }
  const used = /* @__PURE__ */ new Set();
  const storages2 = /* @__PURE__ */ new Map();
  const entryOf = (name2) => {
    const entry = byName.get(name2);
    if (entry !== void 0) return entry;
    throw new FormatProblem("RECORD_MISSING", `The archive has no record ${JSON.stringify(name2.slice(0, 200))}.`, {
      place: { file: source.name, entry: name2 },
      remedy: "Save the file again with torch.save: it is incomplete."
    });
  };
  return {
    prefix,
    names: [...byName.keys()],
    used,
    has: (name2) => byName.has(name2),
    entry: entryOf,
    async pickleSource(name2) {
      const entry = entryOf(name2);
      const bytes = await archive.read(entry, maxPickleBytes);
      return memorySource(source.name, bytes);
    },
    async text(name2, maxBytes) {
      const entry = byName.get(name2);
      return entry === void 0 ? null : Buffer.from(await archive.read(entry, maxBytes)).toString("utf8");
    },
    storage(name2, device2, bigEndian) {
      const known = storages2.get(name2);
      if (known !== void 0) return known;
      const entry = entryOf(name2);
      used.add(name2);
      const storage = recordStorage(source, archive, entry, name2, device2, bigEndian);
      storages2.set(name2, storage);
      return storage;
    }
  };
}
function recordStorage(source, archive, entry, name2, device2, bigEndian) {
  const plain2 = { name: name2, byteLength: entry.size, device: device2, bigEndian };
  if (entry.method === 0) {
    const window = archive.storedSource(entry);
    return { ...plain2, random: () => window };
  }
  const random = async () => {
    if (entry.size > maxInflatedBytes)
      throw new LimitProblem("RECORD_SIZE", `A compressed record of ${entry.size} bytes is not unfolded in memory.`, {
        place: { file: source.name, entry: entry.name },
        remedy: "Save the file with torch.save, which does not compress."
      });
    return memorySource(source.name, await archive.read(entry, maxInflatedBytes));
  };
  return { ...plain2, random, stream: () => archive.chunks(entry) };
}

// src/formats/checkpoints/torch-zip.ts
var facts = /* @__PURE__ */ new Map([
  ["version", "format version"],
  [".format_version", "record format version"],
  [".storage_alignment", "storage alignment"],
  [".data/serialization_id", "serialization id"],
  ["byteorder", "byte order"]
]);
var maxFactBytes = 1024;
var maxCodeBytes = 16 * 1024;
var torchZip = {
  id: "torch-zip",
  title: "PyTorch zip archive",
  role: "checkpoint",
  recognizes,
  async open(source) {
    const archive = await openZip(source);
    const file = startFile(source.name);
    const records = zipRecords(source, archive);
    const container = await containerFacts(source, records);
    const bigEndian = isBigEndian(source, container["byte order"]);
    const flattening = startFlattening(flattenLimits(source.byteLength));
    const isScript = records.has("constants.pkl");
    await addPickle(source, records, "data", [], bigEndian, file, flattening);
    if (isScript)
      await addPickle(source, records, "constants", [{ compound: "constants" }], bigEndian, file, flattening);
    await addOtherRecords(archive, records, file, flattening.entries);
    await noteSkippedData(archive, records, file);
    const references = executableReferences(file.globals);
    return {
      format: torchZip.id,
      entries: flattening.entries,
      get notes() {
        return [...file.notes, ...archive.notes];
      },
      container: { "archive name": records.prefix, ...isScript ? { kind: "TorchScript" } : {}, ...container },
      // The classes of a script are in the archive itself: nothing is imported for them.
      executableReferences: isScript ? references.filter((name2) => !name2.startsWith("__torch__")) : references,
      close: () => {
      }
    };
  }
};
async function recognizes(source) {
  if (source.byteLength < 34) return false;
  const head = Buffer.from(source.read(0, Math.min(source.byteLength, 30 + 1024))).toString("latin1");
  if (!head.startsWith("PK")) return false;
  const name2 = head.slice(30, 30 + head.charCodeAt(26) + 256 * head.charCodeAt(27));
  if (/^[^/]+\/data\.pkl$/.test(name2)) return true;
  try {
    const end = findEndRecord(source);
    const { directoryOffset, directoryEnd } = end;
    const directory = source.read(directoryOffset, Math.min(directoryEnd - directoryOffset, 16 * 1024 * 1024));
    return /PK\u0001\u0002[\s\S]{42}[^/]{1,1024}\/data\.pkl/.test(Buffer.from(directory).toString("latin1"));
  } catch (error) {
    if (isProblem(error)) return false;
    throw error;
  }
}
async function containerFacts(source, records) {
  const found = {};
  for (const [name2, title] of facts) {
    const text2 = await records.text(name2, maxFactBytes);
    if (text2 !== null) found[title] = text2.trim();
  }
  if (records.prefix === "")
    throw new FormatProblem("ARCHIVE_PREFIX", "The records lie under no common name.", {
      place: { file: source.name, offset: 0 },
      remedy: "Save the file again with torch.save."
    });
  return found;
}
function isBigEndian(source, order) {
  if (order === void 0 || order === "little") return false;
  if (order === "big") return true;
  throw new FormatProblem(
    "BYTEORDER",
    `The byte order is ${JSON.stringify(order.slice(0, 40))}; "little" or "big" was expected.`,
    {
      place: { file: source.name, entry: "byteorder" },
      remedy: "Save the file again with torch.save."
    }
  );
}
async function addPickle(source, records, folder, path, bigEndian, file, flattening) {
  const name2 = `${folder}.pkl`;
  const pickleSource = await records.pickleSource(name2);
  const reading = createReading(file, {
    storage(node) {
      const id = storageId(node, reading.problem);
      if (id === null) return null;
      const storage = records.storage(`${folder}/${id.key}`, id.location, bigEndian);
      const rest = storage.byteLength - id.byteLength;
      const item = id.count > 0 ? id.byteLength / id.count : 16;
      if (rest < 0 || rest >= item)
        throw reading.problem(
          "STORAGE_SIZE",
          `The storage ${id.key} is said to have ${id.byteLength} bytes; its record has ${storage.byteLength}.`
        );
      return { storage, dtype: id.dtype, count: id.count };
    },
    openNested: openNestedFile
  });
  try {
    const pickle = readPickle(pickleSource, { entry: name2 });
    for (const node of pickle.globals) file.globals.push(node);
    flatten(flattening, pickle.root, path, reading);
    addTrailing(pickleSource, pickle.end, name2, file, flattening.entries);
    for (const node of pickle.persistent) reading.storage(node);
  } catch (error) {
    throw isProblem(error) ? withPlace(error, { file: source.name, entry: name2 }) : error;
  }
}
function addTrailing(source, end, name2, file, entries) {
  const byteLength = source.byteLength - end;
  if (byteLength === 0) return;
  addNote(file, {
    code: "TRAILING_DATA",
    message: `${byteLength} bytes follow the end of the pickle; torch.load does not read them. They are compared.`,
    entry: name2
  });
  const path = [{ compound: `trailing bytes of ${name2}` }];
  const chunks = () => sourceChunks(source, end);
  entries.push({ kind: "opaque", path, structure: {}, what: "trailing bytes", byteLength, chunks });
}
async function addOtherRecords(archive, records, file, entries) {
  let debugRecords = 0;
  const others = records.names.filter((name2) => !isKnown(name2, records));
  for (const name2 of others.toSorted()) {
    const entry = records.entry(name2);
    if (name2.endsWith(".debug_pkl")) {
      debugRecords++;
      continue;
    }
    if (name2.startsWith("code/") && entry.size <= maxCodeBytes) {
      const text2 = Buffer.from(await archive.read(entry, maxCodeBytes));
      const isText = text2.equals(Buffer.from(text2.toString("utf8")));
      if (isText) {
        const value = { type: "str", text: text2.toString("utf8") };
        entries.push({ kind: "scalar", path: [{ compound: name2 }], structure: {}, value });
        continue;
      }
    }
    const isStorage = /^(data|constants)\//.test(name2);
    if (isStorage)
      addNote(file, {
        code: "UNREFERENCED_RECORD",
        message: "No tensor refers to this record. It is compared as bytes.",
        entry: name2
      });
    const what = isStorage ? "unreferenced record" : "record";
    const chunks = () => archive.chunks(entry);
    entries.push({
      kind: "opaque",
      path: [{ compound: `record ${name2}` }],
      structure: {},
      what,
      byteLength: entry.size,
      chunks
    });
  }
  if (debugRecords > 0)
    addNote(file, {
      code: "DEBUG_RECORDS",
      message: `${debugRecords} records of debug information (.debug_pkl) are not compared.`
    });
}
function isKnown(name2, records) {
  return name2 === "data.pkl" || name2 === "constants.pkl" || facts.has(name2) || records.used.has(name2);
}
async function noteSkippedData(archive, records, file) {
  const zeros = new Uint8Array(chunkBytes);
  const storages2 = [...records.used].map((name2) => records.entry(name2)).filter((entry) => entry.size > 0);
  if (storages2.length === 0 || storages2.some((entry) => entry.crc32 !== 0)) return;
  for (const entry of storages2)
    for await (const chunk of archive.chunks(entry))
      if (Buffer.compare(chunk, zeros.subarray(0, chunk.length)) !== 0) return;
  addNote(file, {
    code: "WEIGHTS_SKIPPED",
    message: `All ${storages2.length} storages are zeros without a checksum: the weights were skipped at save time (torch.serialization.skip_data).`
  });
}

export {
  formatEntryPath,
  chunkBytes,
  memorySource,
  sourceChunks,
  elementCount,
  parseNumpyType,
  holdsObjects,
  dimensions,
  rechunk,
  rowMajorStrides,
  columnMajorStrides,
  stridedChunks,
  swapInPlace,
  openZip,
  readPickle,
  executableReferences,
  rawArrayAfter,
  flattenLimits,
  startFlattening,
  flatten,
  startFile,
  addNote,
  createReading,
  isLegacyStream,
  openNestedFile,
  torchLegacy,
  torchZip
};
