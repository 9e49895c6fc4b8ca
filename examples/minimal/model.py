"""A two-layer classifier and SGD with momentum, in the standard library alone: the same numbers on every run."""
import math


class Classifier:
    """points (x, y) -> tanh hidden layer -> softmax over three classes"""

    def __init__(self, hidden, rng):
        def uniform(bound):
            return rng.uniform(-bound, bound)

        self.parameters = {
            "hidden.weight": [[uniform(1.0) for _ in range(2)] for _ in range(hidden)],
            "hidden.bias": [uniform(0.5) for _ in range(hidden)],
            "output.weight": [[uniform(0.5) for _ in range(hidden)] for _ in range(3)],
            "output.bias": [0.0, 0.0, 0.0],
        }

    def forward(self, x, y):
        p = self.parameters
        hidden = [math.tanh(w[0] * x + w[1] * y + b) for w, b in zip(p["hidden.weight"], p["hidden.bias"])]
        scores = [sum(w * h for w, h in zip(row, hidden)) + b for row, b in zip(p["output.weight"], p["output.bias"])]
        top = max(scores)
        exponentials = [math.exp(s - top) for s in scores]
        total = sum(exponentials)
        return hidden, [e / total for e in exponentials]

    def zeros(self):
        return {
            name: [[0.0] * len(row) for row in value] if isinstance(value[0], list) else [0.0] * len(value)
            for name, value in self.parameters.items()
        }

    def add_gradient(self, gradient, x, y, label):
        """Adds the gradient of the cross-entropy of one point; gives its loss."""
        hidden, probabilities = self.forward(x, y)
        error = list(probabilities)
        error[label] -= 1.0
        back = [0.0] * len(hidden)
        for k, e in enumerate(error):
            row, weights = gradient["output.weight"][k], self.parameters["output.weight"][k]
            for j, h in enumerate(hidden):
                row[j] += e * h
                back[j] += e * weights[j]
            gradient["output.bias"][k] += e
        for j, h in enumerate(hidden):
            d = back[j] * (1.0 - h * h)
            gradient["hidden.weight"][j][0] += d * x
            gradient["hidden.weight"][j][1] += d * y
            gradient["hidden.bias"][j] += d
        return -math.log(max(probabilities[label], 1e-300))


class MomentumSGD:
    def __init__(self, model, learning_rate, momentum):
        self.model, self.learning_rate, self.momentum = model, learning_rate, momentum
        self.velocity = model.zeros()

    def step(self, gradient, count):
        for name, value in self.model.parameters.items():
            if isinstance(value[0], list):
                for row, slope, speed in zip(value, gradient[name], self.velocity[name]):
                    self._update(row, slope, speed, count)
            else:
                self._update(value, gradient[name], self.velocity[name], count)

    def _update(self, values, slopes, speeds, count):
        for i, slope in enumerate(slopes):
            speeds[i] = self.momentum * speeds[i] + slope / count
            values[i] -= self.learning_rate * speeds[i]


def evaluate(model, points):
    """Mean loss and accuracy over the points."""
    loss, right = 0.0, 0
    for x, y, label in points:
        _, probabilities = model.forward(x, y)
        loss -= math.log(max(probabilities[label], 1e-300))
        right += probabilities.index(max(probabilities)) == label
    return loss / len(points), right / len(points)
