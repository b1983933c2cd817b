// Runs dependency-cruiser with the house's walls on a tree and says what it saw.
import { cruise } from 'dependency-cruiser';
import { visitUsingDeclarations } from './using-declarations.ts';
import { options, walls } from './walls.ts';

visitUsingDeclarations();

/** One broken wall: the rule's name, the file that imports and what it imports. */
export interface Breach {
  rule: string;
  from: string;
  to: string;
}

/** What a cruise of a tree found. */
export interface Survey {
  /** Every file of the given folders that was read, relative to the tree's root. */
  modules: string[];
  /** Number of imports seen in those files. */
  imports: number;
  breaches: Breach[];
}

/** Cruises `folders` below `root` and returns the modules seen and the walls broken. */
export async function survey(root: string, folders: string[]): Promise<Survey> {
  const { output } = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: walls },
  });
  if (typeof output === 'string')
    throw new Error(`dependency-cruiser wrote a report: ${output.slice(0, 200)}`);
  const own = output.modules.filter(({ source }) =>
    folders.some((folder) => source.startsWith(`${folder}/`)),
  );
  return {
    modules: own.map(({ source }) => source).toSorted(),
    imports: own.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
    breaches: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
