/** Call name → function: the core's whole API, held against the contract by the compiler. */
import type { CoreCallName, Output, Parsed } from '../../preload/contract/index.ts';
import { definitionSchema } from '../../preload/contract/own-ledgers.ts';
import type { Scene } from './scene.ts';
import * as files from '../importing/files.ts';
import * as printing from '../reporting/printing.ts';
import * as returning from '../importing/returning.ts';
import * as templates from '../importing/templates/index.ts';
import * as attaching from './attachment-calls.ts';
import * as keepingCalls from './keeping-calls.ts';
import * as exchanging from './exchange-calls.ts';
import { beginSample, dropSample } from './sample.ts';
import * as indicators from '../services/targets/indicators.ts';
import * as nextYear from '../services/progress/next-year.ts';
import * as arrivals from '../services/projects/arrivals.ts';
import * as carrying from '../services/projects/carry-over.ts';
import * as credits from '../services/projects/credits.ts';
import * as editing from '../services/records/edit.ts';
import * as gating from '../services/projects/gates.ts';
import * as imports from '../services/imports/imports.ts';
import * as profiles from '../services/imports/profiles.ts';
import * as leads from '../services/projects/leads.ts';
import * as mapping from '../services/projects/maps.ts';
import * as ownLedgers from '../services/own-ledgers/own-ledgers.ts';
import { isOwnCode } from '../domain/ledgers/own-code.ts';
import * as ownRecords from '../services/own-ledgers/own-records.ts';
import * as ownFiles from '../services/own-ledgers/own-files.ts';
import { proposeLedger } from '../importing/propose/index.ts';
import * as milestones from '../services/projects/milestones.ts';
import * as projects from '../services/projects/project-edit.ts';
import * as family from '../services/projects/project-family.ts';
import { followUp } from '../services/projects/project-follow-up.ts';
import { lifeOfProject } from '../services/projects/project-life.ts';
import { saveMonth } from '../services/projects/project-months.ts';
import * as problems from '../services/projects/project-problems.ts';
import * as talks from '../services/projects/project-talks.ts';
import * as views from '../services/projects/project-views.ts';
import { searchEverything, searchNames } from '../services/records/search.ts';
import { projectParts } from '../services/projects/project-parts.ts';
import * as query from '../services/records/query.ts';
import * as setups from '../services/documents/setups.ts';
import * as savedViews from '../services/records/saved-views.ts';
import * as rates from '../services/records/rates.ts';
import * as reminding from '../services/tasks/reminders.ts';
import { presetBook, REWARD_PRESETS } from '../domain/rewards/presets.ts';
import { proposeRewards } from '../services/rewards/reward-proposals.ts';
import * as rewardRules from '../services/rewards/reward-rules.ts';
import { rewardList } from '../services/rewards/reward-list.ts';
import { adjustReward } from '../services/rewards/reward-adjust.ts';
import * as rewards from '../services/rewards/rewards.ts';
import { schemeSchema } from '../../preload/contract/scoring.ts';
import * as schemes from '../services/scoring/schemes.ts';
import * as scoreEvents from '../services/scoring/score-events.ts';
import * as scores from '../services/scoring/scores.ts';
import { exchangeState, reportChecks } from '../services/exchange/state.ts';
import { setOperator } from '../services/book/operator.ts';
import * as sessions from '../services/book/session.ts';
import * as states from '../services/tasks/states.ts';
import * as tasks from '../services/tasks/tasks.ts';
import * as taskTree from '../services/tasks/task-tree.ts';
import * as meetings from '../services/tasks/meetings.ts';
import * as targetEditing from '../services/targets/target-edit.ts';
import { spreadTarget } from '../services/targets/target-spread.ts';
import * as targets from '../services/targets/target-sheet.ts';
import * as undoing from '../services/records/undo.ts';
import * as units from '../services/units/units.ts';
import * as versions from '../services/targets/versions.ts';
import * as checking from '../services/progress/close-checks.ts';
import { reading } from '../services/book/book.ts';
import * as charts from '../reporting/chart-files.ts';
import * as documents from '../services/documents/documents.ts';
import * as closing from '../services/progress/closing.ts';
import { reopenMonth } from '../services/progress/reopening.ts';
import * as figures from '../services/progress/figure-edit.ts';
import * as finding from '../services/progress/findings.ts';
import * as months from '../services/progress/months.ts';
import * as overviews from '../services/progress/overview.ts';
import * as progress from '../services/progress/progress.ts';
import * as progressRules from '../services/progress/progress-rules.ts';
import * as reported from '../services/progress/returns.ts';
import * as rivals from '../services/progress/rivals.ts';
import * as course from '../services/progress/year-course.ts';
import { beginSession, session } from './session-facts.ts';
import * as help from './help-calls.ts';

type Handlers = {
  readonly [N in CoreCallName]: (scene: Scene, input: Parsed<N>) => Output<N> | Promise<Output<N>>;
};

export const handlers = {
  'session.get': (scene) => session(scene),
  'session.begin': beginSession,
  'session.setYear': (scene, input) => (sessions.setYear(scene.book, input.year), session(scene)),
  'session.setOperator': (scene, { name }) => (setOperator(scene.book, name), session(scene)),
  'session.beginSample': async (scene) => (await beginSample(scene), session(scene)),
  'session.dropSample': (scene, { own }) => (dropSample(scene, own), session(scene)),
  'attachments.list': attaching.listAttachmentsCall,
  'attachments.add': attaching.addAttachmentsCall,
  'attachments.remove': attaching.removeAttachmentCall,
  'attachments.open': (scene, { id }) => attaching.openAttachmentCall(scene, id),
  'attachments.picture': attaching.pictureCall,
  'attachments.copy': attaching.copyAttachmentCall,
  'keeping.state': keepingCalls.keepingState,
  'keeping.backup': (scene, { to }) => keepingCalls.backUp(scene, to),
  'keeping.inside': (scene, { name }) => keepingCalls.insideNamed(scene, name),
  'keeping.restore': (scene, { name }) => keepingCalls.restoreCall(scene, name),
  'keeping.check': (scene, { full }) => keepingCalls.checkCall(scene, full),
  'keeping.salvage': keepingCalls.refuseSalvage,
  'keeping.export': (scene, { to }) => keepingCalls.exportCall(scene, to),
  'keeping.second': keepingCalls.secondCall,
  'keeping.setSecondDays': keepingCalls.secondDaysCall,
  'keeping.setSecondPlace': (scene, { folder }) => keepingCalls.chooseSecondPlace(scene, folder),

  'exchange.state': ({ book }, input) => exchangeState(book, input),
  'exchange.checks': ({ book }, input) => reportChecks(book, input),
  'exchange.sendTasks': exchanging.sendTasks,
  'exchange.sendReport': exchanging.sendReportFile,
  'exchange.sendReturn': exchanging.sendReturnFile,
  'exchange.read': exchanging.readPackages,
  'exchange.accept': exchanging.acceptFile,
  'exchange.begin': exchanging.beginFromFile,

  'units.list': ({ book }) => units.listUnits(book),
  'units.create': ({ book }, input) => units.createUnit(book, input),
  'units.update': ({ book }, input) => units.updateUnit(book, input),
  'units.remove': ({ book }, input) => (units.removeUnit(book, input.id), null),
  'units.recognise': (scene, input) => files.recogniseUnits(scene, input.file),

  'records.summary': ({ book }, input) => query.recordSummary(book, input),
  'records.page': ({ book }, input) =>
    query.recordPage(book, input.query, input.offset, input.limit),
  'records.get': ({ book }, input) => query.recordDetail(book, input.ledger, input.id),
  'records.values': ({ book }, input) => query.fieldValues(book, input.ledger, input.field),
  'records.edit': ({ book }, input) => editing.editRecords(book, input.ledger, input.edits),
  'records.create': ({ book }, input) => editing.createRecord(book, input.ledger, input.records),
  'records.paste': ({ book }, { ledger, edits, records }) =>
    editing.pasteRecords(book, ledger, edits, records),
  'records.remove': keepingCalls.removeKept,
  'records.setStage': ({ book }, input) => projects.setStage(book, input),
  'records.setState': ({ book }, { ledger, ...move }) =>
    isOwnCode(ledger)
      ? ownRecords.setOwnState(book, { ...move, ledger })
      : states.setState(book, { ...move, ledger }),
  'records.reminders': ({ book }) => reminding.remindersOfTasks(book),
  'records.promote': ({ book }, input) => leads.promoteLead(book, input),
  'records.extend': ({ book }, input) => states.extendDeadline(book, input),
  'records.recheck': ({ book }, input) => states.recheckRectification(book, input),
  'tasks.life': ({ book }, input) => taskTree.taskLife(book, input.id),
  'tasks.setParent': ({ book }, input) => taskTree.setTaskParent(book, input),
  'tasks.saveMilestones': ({ book }, input) => tasks.saveTaskMilestones(book, input),
  'tasks.readMilestones': ({ book }, input) => tasks.readMilestones(book, input.id),
  'tasks.saveNote': ({ book }, input) => tasks.saveNote(book, input),
  'tasks.removeNote': ({ book }, input) => tasks.removeNote(book, input.note),
  'chases.list': ({ book }, input) => tasks.listChases(book, input.ledger, input.id),
  'chases.add': ({ book }, input) => tasks.addChases(book, input),
  'chases.reply': ({ book }, input) => tasks.replyChase(book, input),
  'chases.remove': ({ book }, input) => tasks.removeChase(book, input.id),
  'meetings.list': ({ book }) => meetings.listMeetings(book),
  'meetings.save': ({ book }, input) => meetings.saveMeeting(book, input),
  'meetings.remove': ({ book }, input) => meetings.removeMeeting(book, input.id),
  'meetings.assign': ({ book }, input) => meetings.assignDecisions(book, input.id),
  'projects.parts': ({ book }, input) => projectParts(book, input.id),
  'projects.saveArrival': ({ book }, input) => arrivals.saveArrival(book, input),
  'projects.setCredit': ({ book }, input) => credits.setCredit(book, input),
  'projects.saveMilestones': ({ book }, input) => milestones.saveProjectMilestones(book, input),
  'projects.gates': ({ book }) => gating.projectGates(book),
  'projects.saveGate': ({ book }, input) => gating.saveGate(book, input),
  'projects.removeGate': ({ book }, input) => gating.removeGate(book, input),
  'projects.rates': ({ book }) => rates.bookRates(book),
  'projects.saveRates': ({ book }, input) => rates.saveRates(book, input),
  'projects.carryOver': ({ book }, input) => carrying.carryOver(book, input),
  'projects.merge': ({ book }, input) => carrying.mergeProjects(book, input),
  'projects.life': ({ book }, input) => lifeOfProject(book, input.id),
  'projects.setParent': ({ book }, input) => family.setProjectParent(book, input),
  'projects.split': ({ book }, input) => family.splitProject(book, input),
  'projects.saveMonth': ({ book }, input) => saveMonth(book, input),
  'talks.save': ({ book }, input) => talks.saveTalk(book, input),
  'talks.remove': ({ book }, input) => talks.removeTalk(book, input.id),
  'talks.list': ({ book }, input) => talks.leadTalks(book, input.lead),
  'promotions.list': ({ book }, input) => talks.promotionPage(book, input),
  'promotions.save': ({ book }, input) => talks.savePromotion(book, input),
  'promotions.remove': ({ book }, input) => talks.removePromotion(book, input.id),
  'problems.list': ({ book }, input) => problems.listProblems(book, input),
  'problems.save': ({ book }, input) => problems.saveProblem(book, input),
  'problems.remove': ({ book }, input) => problems.removeProblem(book, input.id),
  'problems.agenda': ({ book }, input) => problems.putOnAgenda(book, input),
  'projects.followUp': ({ book }, input) => followUp(book, input),
  'projects.board': ({ book }, input) => views.projectBoard(book, input),
  'projects.cards': ({ book }, input) => views.projectCards(book, input),
  'projects.gantt': ({ book }, input) => views.projectGantt(book, input),
  'projects.funnel': ({ book }, input) => views.projectFunnel(book, input),
  'projects.sums': ({ book }, input) => views.projectSums(book, input),
  'projects.monthSums': ({ book }, input) => views.arrivalMonths(book, input),
  'leads.quota': ({ book }, input) => leads.quotaPage(book, input),
  'maps.get': ({ book }) => mapping.countyMap(book),
  'maps.take': (scene, input) => mapping.takeMap(scene, input.file),
  'maps.tie': ({ book }, input) => mapping.tieArea(book, input),
  'search.all': ({ book }, input) => searchEverything(book, input),
  'search.named': (_, input) => searchNames(input),

  'changes.list': ({ book }, input) => undoing.listChanges(book, input),
  'changes.takeBack': ({ book }, input) => undoing.takeBackListed(book, input.id),
  'changes.undo': ({ book }) => undoing.undoChange(book),
  'changes.goBack': ({ book }, input) => undoing.goBackTo(book, input.id),
  'changes.redo': ({ book }) => undoing.redoChange(book),

  'indicators.list': ({ book }) => indicators.listIndicators(book),
  'indicators.save': ({ book }, input) => indicators.saveIndicator(book, input),
  'indicators.remove': ({ book }, input) => (indicators.removeIndicator(book, input.id), null),
  'indicators.order': ({ book }, input) => (indicators.orderIndicators(book, input.ids), null),
  'indicators.sets': ({ book }) => indicators.listSets(book),
  'indicators.addSet': ({ book }, input) => indicators.addSet(book, input),
  'indicators.trial': ({ book }, input) => indicators.trialIndicator(book, input),
  'targets.years': ({ book }) => versions.listYears(book),
  'targets.versions': ({ book }, input) => versions.listVersions(book, input.year),
  'targets.adjust': ({ book }, input) => versions.adjustTargets(book, input.year),
  'targets.issue': ({ book }, input) => versions.issueTargets(book, input),
  'targets.dropDraft': ({ book }, input) => (versions.dropDraft(book, input.version), null),
  'targets.sheet': ({ book }, input) => targets.targetSheet(book, input),
  'targets.edit': ({ book }, input) => targetEditing.editTargets(book, input.year, input.edits),
  'targets.plan': ({ book }, input) => targetEditing.planTarget(book, input),
  'targets.fromLastYear': ({ book }, input) => nextYear.targetsFromLastYear(book, input),
  'targets.planUnits': ({ book }, input) => nextYear.planUnits(book, input),
  'targets.spread': ({ book }, input) => spreadTarget(book, input),
  'targets.compare': ({ book }, input) => versions.compareVersions(book, input.from, input.to),

  'progress.rules': ({ book }) => progressRules.rulesOf(book.db),
  'progress.setRules': ({ book }, input) => progressRules.setRules(book, input),
  'progress.months': ({ book }, input) => reading(book, () => months.listMonths(book, input.year)),
  'progress.sheet': ({ book }, input) => reading(book, () => progress.progressSheet(book, input)),
  'progress.edit': ({ book }, input) => figures.editFigures(book, input),
  'progress.state': ({ book }, input) => figures.setFigureStates(book, input),
  'progress.returns': ({ book }, input) => reported.monthReturns(book, input),
  'progress.checks': ({ book }, input) => checking.closeChecks(book, input),
  'progress.close': ({ book }, input) => closing.closeMonth(book, input),
  'progress.reopen': ({ book }, input) => reopenMonth(book, input),
  'progress.correct': ({ book }, input) => closing.correctFigure(book, input),
  'progress.corrections': ({ book }, input) => closing.listCorrections(book, input.year),
  'progress.records': ({ book }, input) => course.recordsBehind(book, input),
  'progress.curve': ({ book }, input) => course.yearCurve(book, input),
  'progress.forecast': ({ book }, input) => course.yearForecast(book, input),
  'progress.findings': ({ book }, input) => finding.findingsOfMonth(book, input.year),
  'progress.lamps': ({ book }, input) => reading(book, () => overviews.countyLamps(book, input)),
  'overview.get': ({ book }, input) => reading(book, () => overviews.overviewOf(book, input)),
  'rivals.sheet': ({ book }, input) => rivals.rivalSheet(book, input),
  'rivals.save': ({ book }, input) => rivals.saveRivals(book, input),

  'schemes.get': ({ book }, input) => schemes.schemeOf(book, input.year),
  'schemes.save': ({ book }, input) => schemes.saveScheme(book, input.scheme),
  'schemes.versions': ({ book }) => schemes.schemeVersions(book),
  'schemes.version': ({ book }, input) => schemes.schemeVersion(book, input.id),
  'schemes.copy': ({ book }, input) => schemes.copyScheme(book, input.from, input.to),
  'schemes.presets': (_, input) => schemes.shippedSchemes(input.year),
  'schemes.export': (scene, input) => schemes.exportScheme(scene, input),
  'schemes.read': (scene, input) =>
    schemes.readScheme(scene, input.file, (raw) => schemeSchema.safeParse(raw).data ?? null),
  'scores.sheet': ({ book }, input) => scores.scoreSheet(book, input),
  'scores.profile': ({ book }, input) => scores.scoreProfile(book, input),
  'scores.course': ({ book }, input) => scores.scoreCourse(book, input),
  'scores.trial': ({ book }, input) => scores.trialScheme(book, input),
  'scores.events': ({ book }, input) => scoreEvents.listEvents(book, input.year),
  'scores.addEvent': ({ book }, input) => scoreEvents.addEvent(book, input),
  'scores.dropEvent': ({ book }, input) => scoreEvents.dropEvent(book, input),
  'scores.publish': ({ book }, input) => scores.publishScores(book, input),
  'scores.publications': ({ book }, input) => scores.scorePublications(book, input.year),
  'scores.published': ({ book }, input) => scores.publishedScores(book, input.id),
  'scores.object': ({ book }, input) => scoreEvents.raiseObjection(book, input),
  'scores.decide': ({ book }, input) => scoreEvents.decideObjection(book, input),
  'posts.list': ({ book }) => scoreEvents.listPosts(book),
  'posts.hand': ({ book }, input) => scoreEvents.handPost(book, input),

  'rewards.rules': ({ book }, input) => rewardRules.rulesOfYear(book, input.year),
  'rewards.saveRules': ({ book }, input) => rewardRules.saveRules(book, input.book),
  'rewards.copyRules': ({ book }, input) => rewardRules.copyRules(book, input.from, input.to),
  'rewards.presets': (_, input) =>
    REWARD_PRESETS.map((preset) => ({
      name: preset.name,
      source: preset.source,
      book: presetBook(preset, input.year),
    })),
  'rewards.propose': ({ book }, input) => proposeRewards(book, input.year),
  'rewards.adopt': ({ book }, input) => rewards.adoptRewardBook(book, input),
  'rewards.list': ({ book }, input) => rewardList(book, input.year),
  'rewards.share': ({ book }, input) => rewards.shareReward(book, input),
  'rewards.publicise': ({ book }, input) => rewards.publiciseReward(book, input),
  'rewards.takeBack': ({ book }, input) => rewards.takeBackReward(book, input),
  'rewards.adjust': ({ book }, input) => adjustReward(book, input),
  'rewards.pay': ({ book }, input) => rewards.payReward(book, input),

  'ledgers.list': ({ book }) => ownLedgers.listLedgers(book),
  'ledgers.check': ({ book }, input) =>
    ownLedgers.checkDefinition(book, input.code, input.definition),
  'ledgers.create': ({ book }, input) => ownLedgers.createLedger(book, input.definition),
  'ledgers.save': ({ book }, input) => ownLedgers.saveLedger(book, input.code, input.definition),
  'ledgers.propose': (scene, input) => proposeLedger(scene, input),
  'ledgers.shipped': ({ book }) => ownLedgers.listShipped(book),
  'ledgers.addShipped': ({ book }, input) => ownLedgers.addShipped(book, input.code),
  'ledgers.export': (scene, input) => ownFiles.exportDefinition(scene, input),
  'ledgers.read': (scene, input) =>
    ownFiles.readDefinition(
      scene,
      input.file,
      (raw) => definitionSchema.safeParse(raw).data ?? null,
    ),

  'imports.open': (scene, input) => files.openImport(scene, input.files, input.ledger ?? null),
  'imports.sheet': (scene, input) => files.sheetPage(scene, input),
  'imports.answer': (scene, input) => files.answerImport(scene, input.draft, input.answers),
  'imports.close': (scene, input) => (scene.drafts.close(input.draft), null),
  'imports.commit': (scene, input) => {
    keepingCalls.keepBefore(scene, 'import', files.recordsChangedBy(scene, input.draft));
    return files.commitOpenImport(scene, input.draft, input.onlyValid);
  },
  'imports.cancel': (scene) => (scene.drafts.cancel(), null),
  'imports.undo': ({ book }, input) => ({ records: imports.undoImportOf(book, input.id) }),
  'imports.list': ({ book }) => imports.listImports(book),
  'imports.reject': (scene, input) => returning.returnFiles(scene, input),
  'imports.template': (scene, input) => templates.writeTemplate(scene, input),
  'imports.profiles': ({ book }) => profiles.listProfiles(book),
  'imports.renameProfile': ({ book }, input) => (
    profiles.renameProfile(book, input.shape, input.name),
    null
  ),
  'imports.removeProfile': ({ book }, input) => (profiles.removeProfile(book, input.shape), null),

  'views.list': ({ book }, input) => savedViews.listViews(book, input),
  'views.save': ({ book }, input) => savedViews.saveView(book, input),
  'views.remove': ({ book }, input) => savedViews.removeView(book, input),

  'setups.list': ({ book }, input) => setups.listSetups(book, input),
  'setups.save': ({ book }, input) => setups.saveSetup(book, input),
  'setups.remove': ({ book }, input) => setups.removeSetup(book, input),
  'documents.head': ({ book }) => documents.documentHead(book),
  'documents.setHead': ({ book }, input) => documents.setDocumentHead(book, input),
  'documents.bulletin': ({ book }) => documents.bulletinForm(book),
  'documents.setBulletin': ({ book }, input) => documents.setBulletinForm(book, input),
  'help.picture': (_scene, { page }) => help.helpPicture(page),
  'help.changes': help.helpChanges,
  'help.handbook': help.saveHandbook,
  'charts.list': charts.listCharts,
  'charts.picture': (scene, input) => charts.chartPicture(scene, input),
  'charts.save': (scene, input) => charts.saveChart(scene, input),
  'tables.list': ({ book }) => printing.listTables(book),
  'tables.get': (scene, input) => printing.tableJson(scene, input.name, input.options),
  'tables.preview': (scene, input) =>
    printing.previewTable(scene, input.name, input.options, input.firstPage === true),
  'sources.tell': ({ book }, input) => printing.tellFigure(book, input.asked),
  'tables.save': (scene, input) => printing.saveTable(scene, input),
  'tables.saveInto': (scene, input) => printing.saveTableInto(scene, input),
} satisfies Handlers;
