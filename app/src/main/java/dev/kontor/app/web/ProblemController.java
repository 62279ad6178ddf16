package dev.kontor.app.web;

import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dead letters by cause, and what people do about all of one cause. */
@RestController
class ProblemController {

  private static final int PAGE = 100;

  private final HubGate gate;

  ProblemController(HubGate gate) {
    this.gate = gate;
  }

  /** Every cause, the one with most messages first. */
  record Listing(List<Problem> problems, int total) {}

  /**
   * Some of a cause's messages.
   *
   * @param next passed as {@code after} it gives the following ones; null at the end
   */
  record Page(List<DeskStore.Entry> messages, @Nullable String next) {}

  /**
   * Why it is decided so.
   *
   * @param reason kept with the decision, and suggested the next time
   */
  record Because(@Nullable String reason) {}

  /**
   * Who looks after a cause.
   *
   * @param user name, null for nobody
   */
  record Assignment(@Nullable String user) {}

  /**
   * What somebody says about a cause.
   *
   * @param text for those who work together
   */
  record Remark(@Nullable String text) {}

  /** What was said, oldest first. */
  record Remarks(List<Problem.Comment> comments) {}

  /** Without the right {@code personal}, examples are shown without what differs. */
  @Needs(Right.READ)
  @GetMapping("/api/problems")
  Listing all(Caller caller) {
    boolean personal = caller.rights().contains(Right.PERSONAL);
    List<Problem> all =
        desk().problems().all().stream().map(p -> personal ? p : p.anonymous()).toList();
    return new Listing(all, all.size());
  }

  /** A cause's messages, oldest first, a hundred at a time. */
  @Needs(Right.READ)
  @GetMapping("/api/problems/{id}/messages")
  Page messages(@PathVariable String id, @RequestParam(required = false) @Nullable Long after) {
    long from = after == null ? 0 : after;
    List<Long> left = desk().problems().messages(id).stream().filter(m -> m > from).toList();
    List<Long> shown = left.subList(0, Math.min(PAGE, left.size()));
    String next = shown.size() < left.size() ? String.valueOf(shown.getLast()) : null;
    return new Page(desk().problems().entries(shown), next);
  }

  /** Tries all of them again, oldest first. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/problems/{id}/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> resubmit(
      @PathVariable String id, @RequestBody Because why, Caller caller) {
    return decided(Approval.Action.RESUBMIT, id, why, caller);
  }

  /** Gives all of them up for good. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/problems/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> discard(@PathVariable String id, @RequestBody Because why, Caller caller) {
    return decided(Approval.Action.DISCARD, id, why, caller);
  }

  private ResponseEntity<Answer> decided(
      Approval.Action action, String id, Because why, Caller caller) {
    String reason = Given.text("reason", why.reason(), Given.SENTENCES);
    return desk()
        .deciding()
        .decideAll(action, id, caller.name(), reason)
        .map(Answer::of)
        .orElseThrow(ProblemController::solved);
  }

  /** Gives a cause to somebody, or to nobody. */
  @Needs(Right.DECIDE)
  @PutMapping(path = "/api/problems/{id}/assignee", consumes = MediaType.APPLICATION_JSON_VALUE)
  Assignment assign(@PathVariable String id, @RequestBody Assignment to, Caller caller) {
    String user = to.user() == null ? null : Given.text("user", to.user(), Given.NAME);
    check(desk().remarks().assign(id, user, caller.name()));
    return to;
  }

  /** They may tell of persons. */
  @Needs(Right.DECIDE)
  @GetMapping("/api/problems/{id}/comments")
  Remarks comments(@PathVariable String id) {
    return new Remarks(desk().remarks().of(id));
  }

  /** Says something about a cause. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/problems/{id}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
  Remarks comment(@PathVariable String id, @RequestBody Remark remark, Caller caller) {
    String text = Given.text("text", remark.text(), Given.SENTENCES);
    check(desk().remarks().add(id, caller.name(), text));
    return comments(id);
  }

  static RefusedException solved() {
    return RefusedException.notFound(
        "id", "id is of no cause that has dead messages; list them anew");
  }

  private static void check(boolean found) {
    if (!found) {
      throw solved();
    }
  }

  private ProblemDesk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).problems();
  }
}
