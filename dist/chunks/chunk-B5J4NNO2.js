import { createRequire as trainTwiceCreateRequire } from 'node:module';
const require = trainTwiceCreateRequire(import.meta.url);

// src/model/problem.ts
var Problem = class extends Error {
  code;
  place;
  remedy;
  constructor(code, message, options = {}) {
    super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.place = options.place ?? {};
    this.remedy = options.remedy ?? "";
  }
};
var InputProblem = class extends Problem {
  tag = "input";
};
var FormatProblem = class extends Problem {
  tag = "format";
};
var LimitProblem = class extends Problem {
  tag = "limit";
};
var RunProblem = class extends Problem {
  tag = "run";
};
var PublishProblem = class extends Problem {
  tag = "publish";
};
function isProblem(error) {
  return error instanceof Problem;
}
function withPlace(problem, place) {
  const Same = problem.constructor;
  return new Same(problem.code, problem.message, {
    place: { ...place, ...problem.place },
    remedy: problem.remedy,
    cause: problem.cause
  });
}

export {
  InputProblem,
  FormatProblem,
  LimitProblem,
  RunProblem,
  PublishProblem,
  isProblem,
  withPlace
};
