// Opens a data folder for training mode: the sample property behind simulated devices, and no backups.
import { composeBackend, type Backend, type Surroundings } from '../compose.ts';
import { startTrainingDevices } from './training.devices.ts';

/** Throws as `composeBackend` does; the simulated devices are gone again then. */
export async function openTraining(surroundings: Surroundings): Promise<Backend> {
  const trainingDevices = await startTrainingDevices({ setTimeout, clearTimeout });
  try {
    const backend = composeBackend({ ...surroundings, trainingDevices });
    return {
      ...backend,
      care: { ...backend.care, settle: async () => {} },
      async close() {
        await backend.close();
        await trainingDevices.close();
      },
    };
  } catch (error) {
    await trainingDevices.close();
    throw error;
  }
}
