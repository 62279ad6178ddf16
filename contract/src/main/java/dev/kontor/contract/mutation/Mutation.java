package dev.kontor.contract.mutation;

import dev.kontor.contract.ChangesChapter;
import dev.kontor.contract.Chapter;
import dev.kontor.contract.CheckChapter;
import dev.kontor.contract.CompareChapter;
import dev.kontor.contract.ConflictChapter;
import dev.kontor.contract.DeletesChapter;
import dev.kontor.contract.DescribeChapter;
import dev.kontor.contract.FindChapter;
import dev.kontor.contract.NoticeChapter;
import dev.kontor.contract.OnlyReadsChapter;
import dev.kontor.contract.RepeatChapter;
import dev.kontor.contract.RoundTripChapter;
import dev.kontor.contract.SameInstantChapter;
import dev.kontor.contract.SecretsChapter;
import dev.kontor.contract.TroubleChapter;
import dev.kontor.contract.UnsupportedChapter;
import dev.kontor.contract.WriteChapter;
import dev.kontor.spi.Ability;
import dev.kontor.spi.Descriptor;
import dev.kontor.spi.Fault;
import java.util.Set;

/** The fixed list of what a connector may get wrong, each with the test that must catch it. */
public enum Mutation {
  PAGE_SKIPPED(
      "every second page of changes is skipped",
      ChangesChapter.class,
      "everyNewDocumentIsSeen",
      ReadMutations.pageSkipped(),
      Ability.READ_CHANGES),
  LIMIT_IGNORED(
      "a page holds more than was asked for",
      ChangesChapter.class,
      "everyNewDocumentIsSeen",
      ReadMutations.limitIgnored(),
      Ability.READ_CHANGES),
  NEWEST_FIRST(
      "changes come newest first",
      ChangesChapter.class,
      "everyNewDocumentIsSeen",
      ReadMutations.newestFirst(),
      Ability.READ_CHANGES),
  VERSION_STANDS(
      "a change, as of a child, leaves the version as it was",
      ChangesChapter.class,
      "everyKindOfChangeIsSeen",
      ReadMutations.versionStands(),
      Ability.READ_CHANGES),
  CURSOR_IN_MEMORY(
      "the cursor is worth nothing after a restart",
      ChangesChapter.class,
      "theCursorSurvivesARestart",
      ReadMutations.cursorInMemory(),
      Ability.READ_CHANGES),
  DELETES_UNSEEN(
      "deletions are left out of the changes",
      DeletesChapter.class,
      "aDeletedDocumentIsSeen",
      ReadMutations.deletesUnseen(),
      Ability.SEE_DELETES),
  INSTANT_LOST(
      "the cursor is a time alone: the rest of that instant is lost",
      SameInstantChapter.class,
      "documentsChangedAtTheSameInstantAreAllSeen",
      ReadMutations.timeAloneIsTheCursor(),
      Ability.READ_CHANGES),
  PLACE_COUNTED(
      "the cursor counts documents, and one that moves on hides another",
      SameInstantChapter.class,
      "aDocumentThatMovesOnHidesNoOther",
      ReadMutations.placeCounted(),
      Ability.READ_CHANGES),
  ABSENT_FOUND(
      "an unknown id is answered with another document",
      FindChapter.class,
      "findsByNativeId",
      ReadMutations.absentFound(),
      Ability.FIND_BY_ID),
  ABSENT_SPOILS_ALL(
      "one absent document loses those fetched with it",
      FindChapter.class,
      "fetchesManyAndLeavesAbsentOnesOut",
      ReadMutations.absentFails(),
      Ability.FIND_BY_ID),
  HITS_MIXED_UP(
      "hits of many references come in another order",
      FindChapter.class,
      "findsManyReferencesEachByItself",
      ReadMutations.hitsInAnotherOrder(),
      Ability.FIND_BY_REFERENCE),
  KEYS_END_EARLY(
      "the list of keys ends with its first page",
      FindChapter.class,
      "listsAllKeysWithTheVersionOfTheDocument",
      ReadMutations.keysEndEarly(),
      Ability.LIST_KEYS),
  KEYS_OF_ANOTHER_VERSION(
      "keys carry another version than their documents",
      FindChapter.class,
      "listsAllKeysWithTheVersionOfTheDocument",
      ReadMutations.keysOfAnotherVersion(),
      Ability.LIST_KEYS),
  FLOAT_MONEY(
      "amounts are parsed as binary floating point",
      RoundTripChapter.class,
      "whatIsReadKeepsDigitsAndCharacters",
      ReadMutations.amountsThroughBinary(),
      Ability.FIND_BY_ID),
  LETTERS_LOST(
      "letters outside ASCII become question marks when written",
      RoundTripChapter.class,
      "whatIsWrittenKeepsItsCharacters",
      WriteMutations.lettersLost(),
      Ability.CREATE,
      Ability.UPDATE),
  LAST_NOT_WRITTEN(
      "the last of a batch is told as written and was not sent",
      WriteChapter.class,
      "writesEachElementOnce",
      WriteMutations.lastNotWritten(),
      Ability.CREATE,
      Ability.UPDATE),
  DELETE_NOT_DONE(
      "a deletion is told as done and was not sent",
      WriteChapter.class,
      "writesEachElementOnce",
      WriteMutations.deleteNotDone(),
      Ability.DELETE),
  WRITTEN_TWICE(
      "each write is sent twice",
      WriteChapter.class,
      "writesEachElementOnce",
      WriteMutations.writtenTwice(),
      Ability.CREATE),
  OUTCOMES_REVERSED(
      "the outcomes of a batch come in another order",
      WriteChapter.class,
      "aRefusedElementNamesItsFieldAndTheOthersGoOn",
      WriteMutations.outcomesReversed(),
      Ability.CREATE,
      Ability.UPDATE),
  OUTCOME_LEFT_OUT(
      "a refused element has no outcome",
      WriteChapter.class,
      "aRefusedElementNamesItsFieldAndTheOthersGoOn",
      WriteMutations.outcomeLeftOut(),
      Ability.CREATE,
      Ability.UPDATE),
  REFUSAL_FOR_ALL(
      "one refusal is told of its whole batch",
      WriteChapter.class,
      "aRefusedElementNamesItsFieldAndTheOthersGoOn",
      WriteMutations.oneRefusalForAll(),
      Ability.CREATE,
      Ability.UPDATE),
  REFUSAL_SWALLOWED(
      "a refusal is told as written",
      WriteChapter.class,
      "aRefusedElementNamesItsFieldAndTheOthersGoOn",
      WriteMutations.refusalSwallowed(),
      Ability.CREATE,
      Ability.UPDATE),
  FIELD_UNNAMED(
      "a refusal does not name its field",
      WriteChapter.class,
      "aRefusedElementNamesItsFieldAndTheOthersGoOn",
      FaultMutations.told(Fault.Invalid.class, FaultMutations::withoutField),
      Ability.CREATE,
      Ability.UPDATE),
  ETAG_IGNORED(
      "a change is sent for whatever version is there (`If-Match: *`)",
      ConflictChapter.class,
      "aChangeMeanwhileIsAConflict",
      CallMutations.versionIgnored(),
      Ability.UPDATE),
  CONFLICT_AS_INVALID(
      "a conflict is told as a refused document",
      ConflictChapter.class,
      "aChangeMeanwhileIsAConflict",
      FaultMutations.told(Fault.Conflict.class, FaultMutations::invalid),
      Ability.UPDATE),
  SENT_AGAIN(
      "a write without answer is sent again without a look-up",
      RepeatChapter.class,
      "aLostAnswerIsOutcomeUnknown",
      CallMutations.sentAgain(),
      Ability.CREATE),
  UNKNOWN_AS_UNAVAILABLE(
      "a write without answer is told as not applied",
      RepeatChapter.class,
      "aLostAnswerIsOutcomeUnknown",
      FaultMutations.told(Fault.OutcomeUnknown.class, FaultMutations::unavailable),
      Ability.CREATE,
      Ability.UPDATE),
  UNKNOWN_AS_WRITTEN(
      "a write without answer is told as written",
      RepeatChapter.class,
      "aLostAnswerIsOutcomeUnknown",
      FaultMutations.told(Fault.OutcomeUnknown.class, FaultMutations::written),
      Ability.CREATE,
      Ability.UPDATE),
  UNSENT_AS_UNKNOWN(
      "a write that never left is told as perhaps applied",
      RepeatChapter.class,
      "whatNeverLeftIsUnavailable",
      FaultMutations.told(Fault.Unavailable.class, FaultMutations::unknown),
      Ability.CREATE,
      Ability.UPDATE),
  COMPARED_AS_SAME(
      "whatever is compared is told as the same",
      CompareChapter.class,
      "whatAWriteWouldChangeIsSeenUntilItIsWritten",
      WriteMutations.comparedAsSame(),
      Ability.COMPARE),
  COMPARED_AS_ABSENT(
      "whatever is compared is told as absent",
      CompareChapter.class,
      "whatAWriteWouldChangeIsSeenUntilItIsWritten",
      WriteMutations.comparedAsAbsent(),
      Ability.COMPARE),
  PREPARE_WRITES(
      "preparing a document writes it",
      OnlyReadsChapter.class,
      "preparingAndComparingWriteNothing",
      WriteMutations.prepareWrites(),
      Ability.CREATE,
      Ability.UPDATE),
  THROTTLED_AS_INVALID(
      "too many requests are told as a refused document",
      TroubleChapter.class,
      "tooManyRequestsIsThrottled",
      FaultMutations.told(Fault.Throttled.class, FaultMutations::invalid),
      Ability.FIND_BY_ID),
  OUTAGE_AS_INVALID(
      "an outage is told as a refused document",
      TroubleChapter.class,
      "anErrorOfTheServerIsUnavailable",
      FaultMutations.told(Fault.Unavailable.class, FaultMutations::invalid),
      Ability.FIND_BY_ID),
  CUT_AS_UNSUPPORTED(
      "a cut connection is told as something that cannot be done",
      TroubleChapter.class,
      "aCutConnectionIsUnavailable",
      FaultMutations.told(Fault.Unavailable.class, FaultMutations::unsupported),
      Ability.FIND_BY_ID),
  SIGN_IN_AS_UNAVAILABLE(
      "refused credentials are told as an outage",
      TroubleChapter.class,
      "wrongCredentialsAreSignInRefused",
      FaultMutations.told(Fault.SignInRefused.class, FaultMutations::unavailable),
      Ability.FIND_BY_ID),
  TOKEN_KEPT(
      "an access token that expired is used for ever",
      TroubleChapter.class,
      "anExpiredTokenIsRenewed",
      CallMutations.tokenKept(),
      Ability.FIND_BY_ID),
  WRITE_UNDECLARED(
      "a write that is not declared is told as done",
      UnsupportedChapter.class,
      "undeclaredFailsPolitely",
      WriteMutations.undeclaredAccepted(),
      Ability.CREATE,
      Ability.UPDATE),
  READ_UNDECLARED(
      "a look-up that is not declared finds nothing instead of being refused",
      UnsupportedChapter.class,
      "undeclaredFailsPolitely",
      SelfMutations.undeclaredReadAsNothing(),
      Ability.FIND_BY_ID),
  FORGERY_BELIEVED(
      "a push with a wrong signature is believed",
      NoticeChapter.class,
      "aForgedNoticeIsRefusedAndSaysWhy",
      PushMutations.forgeryBelieved(),
      Ability.NOTICES,
      Ability.HINTS),
  FORGERY_UNRECORDED(
      "a push with a wrong signature is dropped without a word",
      NoticeChapter.class,
      "aForgedNoticeIsRefusedAndSaysWhy",
      PushMutations.forgeryUnrecorded(),
      Ability.NOTICES,
      Ability.HINTS),
  NONSENSE_THROWS(
      "a push that makes no sense throws",
      NoticeChapter.class,
      "nonsenseIsRefusedNotThrown",
      PushMutations.nonsenseThrows(),
      Ability.NOTICES,
      Ability.HINTS),
  REPLAY_UNRECOGNISED(
      "a push that comes twice looks like two",
      NoticeChapter.class,
      "aReplayedNoticeHasTheSameKey",
      PushMutations.replayUnrecognised(),
      Ability.NOTICES),
  ANOTHER_NAMED(
      "a push names another document",
      NoticeChapter.class,
      "aGenuineNoticeNamesItsDocument",
      PushMutations.anotherNamed(),
      Ability.NOTICES),
  HINT_UNHEARD(
      "a push is answered and its hint dropped",
      NoticeChapter.class,
      "aGenuineHintNamesItsType",
      PushMutations.pushUnheard(),
      Ability.HINTS),
  CHECK_SILENT(
      "the check finds nothing wrong",
      CheckChapter.class,
      "aWrongSecretIsAnErrorWithARemedy",
      SelfMutations.checkSilent()),
  REMEDY_MISSING(
      "the check does not say what to do",
      CheckChapter.class,
      "aWrongAddressIsAnErrorWithARemedy",
      SelfMutations.remedyMissing()),
  WORST_LAST(
      "the worst finding comes last",
      CheckChapter.class,
      "worstComesFirst",
      SelfMutations.worstLast()),
  ROLE_MISSING(
      "a declared writer is not there",
      DescribeChapter.class,
      "hasTheRolesItDeclares",
      SelfMutations.writersMissing(),
      Ability.CREATE,
      Ability.UPDATE),
  SECRET_IN_FAULT(
      "a fault's text quotes a secret",
      SecretsChapter.class,
      "noSecretInLogFindingOrFault",
      FaultMutations.secretTold()),
  SECRET_IN_FINDING(
      "a finding of the check quotes a secret",
      SecretsChapter.class,
      "noSecretInLogFindingOrFault",
      SelfMutations.secretInFinding()),
  SECRET_IN_NAME(
      "the connector's own text shows a secret",
      SecretsChapter.class,
      "noSecretInLogFindingOrFault",
      SelfMutations.secretInName());

  private final String wrong;
  private final Class<? extends Chapter> chapter;
  private final String test;

  @SuppressWarnings("ImmutableEnumChecker") // Nothing of it is changed from outside.
  private final Tampering tampering;

  @SuppressWarnings("ImmutableEnumChecker") // Never changed.
  private final Set<Ability> needs;

  /**
   * @param wrong what the connector does, in a sentence without its end
   * @param test method of the chapter
   * @param needs one of these must be declared for the mutation to be possible; none for any
   *     connector
   */
  Mutation(
      String wrong,
      Class<? extends Chapter> chapter,
      String test,
      Tampering tampering,
      Ability... needs) {
    this.wrong = wrong;
    this.chapter = chapter;
    this.test = test;
    this.tampering = tampering;
    this.needs = Set.of(needs);
  }

  public String wrong() {
    return wrong;
  }

  /** The chapter and its test that must catch it. */
  public String caughtBy() {
    return chapter.getSimpleName() + "." + test;
  }

  Class<? extends Chapter> chapter() {
    return chapter;
  }

  String test() {
    return test;
  }

  Tampering tampering() {
    return tampering;
  }

  /** Whether a connector with these abilities could do it. */
  boolean isPossible(Descriptor descriptor) {
    return needs.isEmpty()
        || descriptor.abilities().values().stream().flatMap(Set::stream).anyMatch(needs::contains);
  }
}
