package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.problem.Approval;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people decide about messages. Takes JSON only, which a foreign page cannot send unasked.
 * Where a second person must approve it, the answer is 202 with the approval's number.
 */
@RestController
class DecisionController {

  private final HubGate gate;

  DecisionController(HubGate gate) {
    this.gate = gate;
  }

  /**
   * Messages to try again.
   *
   * @param ids of messages
   */
  record Resubmission(@Nullable List<@Nullable Long> ids) {}

  /**
   * Messages to finish without effect.
   *
   * @param ids of messages
   * @param reason kept with the decision
   */
  record TakingOut(@Nullable List<@Nullable Long> ids, @Nullable String reason) {}

  /**
   * One message whose document is in the target already.
   *
   * @param ids of one message
   * @param number by which people know the document there
   * @param reason kept with the decision
   */
  record Entering(
      @Nullable List<@Nullable Long> ids, @Nullable String number, @Nullable String reason) {}

  /** Tries messages again, mapped anew. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> resubmit(@RequestBody Resubmission request, Caller caller) {
    return decided(Approval.Action.RESUBMIT, request.ids(), "tried again", caller);
  }

  /** Gives messages up for good. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> discard(@RequestBody TakingOut request, Caller caller) {
    return decided(Approval.Action.DISCARD, request.ids(), request.reason(), caller);
  }

  /** Finishes messages as rightly without effect. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/skip", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> skip(@RequestBody TakingOut request, Caller caller) {
    return decided(Approval.Action.SKIP, request.ids(), request.reason(), caller);
  }

  private ResponseEntity<Answer> decided(
      Approval.Action action,
      @Nullable List<@Nullable Long> ids,
      @Nullable String reason,
      Caller caller) {
    return Answer.of(
        deciding()
            .decide(
                action,
                Given.all("ids", ids),
                caller.name(),
                Given.text("reason", reason, Given.SENTENCES)));
  }

  /** Links a message's order or customer to what somebody entered by hand. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/entered", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> entered(@RequestBody Entering request, Caller caller) {
    return Answer.of(
        deciding()
            .entered(
                one(request.ids()),
                Given.text("number", request.number(), Given.NAME),
                caller.name(),
                Given.text("reason", request.reason(), Given.SENTENCES)));
  }

  /** Has a message worked on at once that would have waited; one that is dead is resubmitted. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/messages/send", consumes = MediaType.APPLICATION_JSON_VALUE)
  Answer.Decided send(@RequestBody Resubmission request, Caller caller) {
    return Answer.Decided.of(deciding().send(one(request.ids()), caller.name()));
  }

  private static long one(@Nullable List<@Nullable Long> ids) {
    List<Long> given = Given.all("ids", ids);
    if (given.size() != 1) {
      throw new BadInputException("ids", "has " + given.size() + " messages; name exactly one");
    }
    return given.getFirst();
  }

  private Deciding deciding() {
    return gate.hub().orElseThrow(NotReadyException::new).problems().deciding();
  }
}
