// Fits multinomial logistic regression over a few features by gradient descent.
import { probabilitiesOf, type Weights } from '../core/ranking/logistic.ts';

const STEPS = 1_500;
const RATE = 0.5;

/** What was seen of one case, the constant 1 first, and the class that it belongs to, from 0. */
export interface Sample {
  signs: readonly number[];
  class: number;
}

/**
 * Fits the weights to cases. Deterministic. Signs are brought to one scale while fitting, since descent would hardly
 * move the weights of small ones.
 *
 * @param count how many classes there are
 * @param balanced every class weighs the same in all, however many cases it has
 */
export function fitLogistic(cases: readonly Sample[], count: number, balanced: boolean): Weights {
  const scales = scalesOf(cases);
  const scaled = cases.map(({ signs, ...rest }) => ({
    ...rest,
    signs: signs.map((sign, i) => (sign - (scales[i]?.mean ?? 0)) / (scales[i]?.deviation ?? 1)),
  }));
  const sizes = Array.from({ length: count }, (_, c) => cases.filter((one) => one.class === c).length || 1);
  const shareOf = (c: number) => (balanced ? 1 / (count * (sizes[c] as number)) : 1 / (cases.length || 1));
  const weights = sizes.map(() => new Array<number>(scales.length).fill(0));
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((own) => own.map(() => 0));
    for (const { signs, class: right } of scaled) {
      const share = shareOf(right);
      probabilitiesOf(signs, weights).forEach((probability, c) => {
        const error = share * (probability - (c === right ? 1 : 0));
        const own = gradient[c] as number[];
        for (let i = 0; i < signs.length; i += 1) own[i] = (own[i] as number) + error * (signs[i] as number);
      });
    }
    weights.forEach((own, c) => {
      for (let i = 0; i < own.length; i += 1)
        own[i] = (own[i] as number) - RATE * ((gradient[c] as number[])[i] as number);
    });
  }
  return weights.map((own) => unscale(own, scales));
}

interface Scale {
  mean: number;
  deviation: number;
}

/** The mean and the deviation of every sign; the constant, and a sign that never varies, stay as they are. */
function scalesOf(cases: readonly Sample[]): Scale[] {
  return (cases[0]?.signs ?? []).map((_, i) => {
    const mean = cases.reduce((sum, { signs }) => sum + (signs[i] as number), 0) / cases.length;
    const squares = cases.reduce((sum, { signs }) => sum + ((signs[i] as number) - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / cases.length);
    return i === 0 || deviation === 0 ? { mean: 0, deviation: 1 } : { mean, deviation };
  });
}

/** The weights for signs as they are; what the means bring goes into the constant's. */
function unscale(own: readonly number[], scales: readonly Scale[]): number[] {
  const weights = own.map((weight, i) => weight / (scales[i]?.deviation ?? 1));
  weights[0] = weights.reduce((sum, weight, i) => sum - weight * (scales[i]?.mean ?? 0), own[0] ?? 0);
  return weights;
}
