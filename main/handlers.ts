/** Call name → function: the whole API of the core on one page, held against the contract by the compiler. */
import type { CoreCallName, Output, Parsed } from '../preload/contract/index.ts';
import type { Scene } from './core.ts';
import * as files from './importing/files.ts';
import * as printing from './reporting/printing.ts';
import * as returning from './importing/returning.ts';
import * as templates from './importing/templates/index.ts';
import { beginSample } from './sample.ts';
import * as indicators from './services/indicators.ts';
import * as arrivals from './services/arrivals.ts';
import * as carrying from './services/carry-over.ts';
import * as credits from './services/credits.ts';
import * as editing from './services/edit.ts';
import * as gating from './services/gates.ts';
import * as imports from './services/imports.ts';
import * as profiles from './services/profiles.ts';
import * as leads from './services/leads.ts';
import * as milestones from './services/milestones.ts';
import * as projects from './services/project-edit.ts';
import { parts } from './services/project-parts.ts';
import * as query from './services/query.ts';
import * as rates from './services/rates.ts';
import * as reminding from './services/reminders.ts';
import * as scores from './services/scores.ts';
import * as sessions from './services/session.ts';
import * as states from './services/states.ts';
import * as targetEditing from './services/target-edit.ts';
import * as targets from './services/target-sheet.ts';
import * as undoing from './services/undo.ts';
import * as units from './services/units.ts';
import * as versions from './services/versions.ts';
import * as checking from './services/close-checks.ts';
import * as closing from './services/closing.ts';
import * as figures from './services/figure-edit.ts';
import * as finding from './services/findings.ts';
import * as months from './services/months.ts';
import * as overviews from './services/overview.ts';
import * as progress from './services/progress.ts';
import * as progressRules from './services/progress-rules.ts';
import * as rivals from './services/rivals.ts';
import * as course from './services/year-course.ts';
import { VERSION } from './version.ts';

type Handlers = { readonly [N in CoreCallName]: (scene: Scene, input: Parsed<N>) => Output<N> | Promise<Output<N>> };

const session = (scene: Scene): Output<'session.get'> => ({ ...sessions.facts(scene.book), dataFolder: scene.dataFolder, version: VERSION });

export const handlers = {
  'session.get': (scene) => session(scene),
  'session.begin': (scene, input) => (sessions.begin(scene.book, { ...input, sample: false }), session(scene)),
  'session.setYear': (scene, input) => (sessions.setYear(scene.book, input.year), session(scene)),
  'session.beginSample': async (scene) => (await beginSample(scene), session(scene)),
  'session.dropSample': (scene) => {
    if (sessions.facts(scene.book).sample) scene.startOver();
    return session(scene);
  },

  'units.list': ({ book }) => units.listUnits(book),
  'units.create': ({ book }, input) => units.createUnit(book, input),
  'units.update': ({ book }, input) => units.updateUnit(book, input),
  'units.remove': ({ book }, input) => (units.removeUnit(book, input.id), null),
  'units.recognise': (scene, input) => files.recogniseUnits(scene, input.file),

  'records.summary': ({ book }, input) => query.summary(book, input),
  'records.page': ({ book }, input) => query.page(book, input.query, input.offset, input.limit),
  'records.get': ({ book }, input) => query.detail(book, input.ledger, input.id),
  'records.values': ({ book }, input) => query.values(book, input.ledger, input.field),
  'records.edit': ({ book }, input) => editing.edit(book, input.ledger, input.edits),
  'records.create': ({ book }, input) => editing.create(book, input.ledger, input.records),
  'records.remove': ({ book }, input) => editing.remove(book, input.ledger, input.ids),
  'records.setStage': ({ book }, input) => projects.setStage(book, input),
  'records.setState': ({ book }, input) => states.setState(book, input),
  'records.reminders': ({ book }) => reminding.reminders(book),
  'records.promote': ({ book }, input) => leads.promote(book, input),
  'records.extend': ({ book }, input) => states.extend(book, input),
  'projects.parts': ({ book }, input) => parts(book, input.id),
  'projects.saveArrival': ({ book }, input) => arrivals.saveArrival(book, input),
  'projects.setCredit': ({ book }, input) => credits.setCredit(book, input),
  'projects.saveMilestones': ({ book }, input) => milestones.saveMilestones(book, input),
  'projects.gates': ({ book }) => gating.gates(book),
  'projects.saveGate': ({ book }, input) => gating.saveGate(book, input),
  'projects.removeGate': ({ book }, input) => gating.removeGate(book, input),
  'projects.rates': ({ book }) => rates.rates(book),
  'projects.saveRates': ({ book }, input) => rates.saveRates(book, input),
  'projects.carryOver': ({ book }, input) => carrying.carryOver(book, input),
  'projects.merge': ({ book }, input) => carrying.merge(book, input),

  'changes.undo': ({ book }) => undoing.undo(book),
  'changes.redo': ({ book }) => undoing.redo(book),

  'indicators.list': ({ book }) => indicators.listIndicators(book),
  'indicators.save': ({ book }, input) => indicators.saveIndicator(book, input),
  'indicators.remove': ({ book }, input) => (indicators.removeIndicator(book, input.id), null),
  'indicators.order': ({ book }, input) => (indicators.orderIndicators(book, input.ids), null),
  'indicators.sets': ({ book }) => indicators.listSets(book),
  'indicators.addSet': ({ book }, input) => indicators.addSet(book, input),
  'indicators.trial': ({ book }, input) => indicators.trial(book, input),
  'targets.versions': ({ book }, input) => versions.listVersions(book, input.year),
  'targets.adjust': ({ book }, input) => versions.adjust(book, input.year),
  'targets.issue': ({ book }, input) => versions.issue(book, input),
  'targets.dropDraft': ({ book }, input) => (versions.dropDraft(book, input.version), null),
  'targets.sheet': ({ book }, input) => targets.targetSheet(book, input),
  'targets.edit': ({ book }, input) => targetEditing.editTargets(book, input.year, input.edits),
  'targets.plan': ({ book }, input) => targetEditing.planTarget(book, input),
  'targets.spread': ({ book }, input) => targetEditing.spreadTarget(book, input),
  'targets.compare': ({ book }, input) => versions.compareVersions(book, input.from, input.to),

  'progress.rules': ({ book }) => progressRules.rulesOf(book.db),
  'progress.setRules': ({ book }, input) => progressRules.setRules(book, input),
  'progress.months': ({ book }, input) => months.listMonths(book, input.year),
  'progress.sheet': ({ book }, input) => progress.progressSheet(book, input),
  'progress.edit': ({ book }, input) => figures.editFigures(book, input),
  'progress.state': ({ book }, input) => figures.setFigureStates(book, input),
  'progress.checks': ({ book }, input) => checking.closeChecks(book, input),
  'progress.close': ({ book }, input) => closing.closeMonth(book, input),
  'progress.correct': ({ book }, input) => closing.correct(book, input),
  'progress.corrections': ({ book }, input) => closing.listCorrections(book, input.year),
  'progress.records': ({ book }, input) => course.recordsBehind(book, input),
  'progress.curve': ({ book }, input) => course.curve(book, input),
  'progress.forecast': ({ book }, input) => course.forecast(book, input),
  'progress.findings': ({ book }, input) => finding.findings(book, input.year),
  'overview.get': ({ book }, input) => overviews.overview(book, input),
  'rivals.sheet': ({ book }, input) => rivals.rivalSheet(book, input),
  'rivals.save': ({ book }, input) => rivals.saveRivals(book, input),

  'schemes.get': ({ book }, input) => scores.schemeOf(book, input.year),
  'schemes.save': ({ book }, input) => scores.saveScheme(book, input.scheme),
  'scores.sheet': ({ book }, input) => scores.scoreSheet(book, input),
  'scores.trial': ({ book }, input) => scores.trial(book, input),
  'scores.addEvent': ({ book }, input) => scores.addEvent(book, input),
  'scores.publish': ({ book }, input) => scores.publish(book, input),
  'scores.publications': ({ book }, input) => scores.publications(book, input.year),
  'scores.published': ({ book }, input) => scores.published(book, input.id),
  'scores.object': ({ book }, input) => scores.raiseObjection(book, input),
  'scores.decide': ({ book }, input) => scores.decideObjection(book, input),

  'imports.open': (scene, input) => files.openDraft(scene, input.files, input.ledger ?? null),
  'imports.sheet': (scene, input) => files.sheetPage(scene, input),
  'imports.answer': (scene, input) => files.answer(scene, input.draft, input.answers),
  'imports.close': (scene, input) => (scene.drafts.close(input.draft), null),
  'imports.commit': (scene, input) => files.commit(scene, input.draft, input.onlyValid),
  'imports.cancel': (scene) => (scene.drafts.cancel(), null),
  'imports.undo': ({ book }, input) => ({ records: imports.undoImport(book, input.id) }),
  'imports.list': ({ book }) => imports.listImports(book),
  'imports.reject': (scene, input) => returning.returnFiles(scene, input),
  'imports.template': (scene, input) => templates.writeTemplate(scene, input),
  'imports.profiles': ({ book }) => profiles.listProfiles(book),
  'imports.renameProfile': ({ book }, input) => (profiles.renameProfile(book, input.shape, input.name), null),
  'imports.removeProfile': ({ book }, input) => (profiles.removeProfile(book, input.shape), null),

  'tables.list': () => printing.list(),
  'tables.get': (scene, input) => printing.json(scene, input.name, input.options),
  'tables.preview': (scene, input) => printing.preview(scene, input.name, input.options),
  'tables.save': (scene, input) => printing.save(scene, input),
} satisfies Handlers;
