import { parentPort, workerData } from 'node:worker_threads';
import { answerOrders } from '../lane/answer.ts';
import { type TravellingSetup, unpackSetup } from '../lane/travel.ts';
import { vocabularyFor } from './vocabulary-for.ts';

/** A thread of the lane: reviews the blocks that the main thread hands to it. */

const setup = workerData as TravellingSetup;
if (parentPort !== null) {
  const vocabulary = await vocabularyFor(setup.sets.map(({ criteria }) => criteria));
  answerOrders(parentPort, unpackSetup(setup, vocabulary));
}
