package dev.kontor.app.web;

import dev.kontor.engine.ProblemDesk;
import dev.kontor.engine.delivery.Previews.Preview;
import dev.kontor.engine.problem.Approval;
import dev.kontor.engine.problem.Listed;
import dev.kontor.engine.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
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
  record Page(List<Listed> messages, @Nullable String next) {}

  /** What became of one message of the sample. */
  record Sampled(
      long message, @Nullable String number, @Nullable String would, @Nullable String fault) {}

  /** How many of the sample would not fail again. */
  record Foreseen(long ready, long still, List<Sampled> samples) {}

  record Because(@Nullable String reason) {}

  record Assignment(@Nullable String user) {}

  record Remark(@Nullable String text) {}

  record Remarks(List<Problem.Comment> comments) {}

  @GetMapping("/api/problems")
  Listing all() {
    List<Problem> all = desk().problems().all();
    return new Listing(all, all.size());
  }

  @GetMapping("/api/problems/{id}/messages")
  Page messages(@PathVariable String id, @RequestParam(required = false) @Nullable Long after) {
    long from = after == null ? 0 : after;
    List<Long> left = desk().problems().messages(id).stream().filter(m -> m > from).toList();
    List<Long> shown = left.subList(0, Math.min(PAGE, left.size()));
    String next = shown.size() < left.size() ? String.valueOf(shown.getLast()) : null;
    return new Page(desk().problems().listed(shown), next);
  }

  @PostMapping("/api/problems/{id}/preview")
  ResponseEntity<Object> preview(@PathVariable String id) {
    List<Preview> sample = desk().preview(id);
    if (sample.isEmpty()) {
      return Answers.solved();
    }
    long ready = sample.stream().filter(Preview::isReady).count();
    return ResponseEntity.ok(
        new Foreseen(
            ready,
            sample.size() - ready,
            sample.stream()
                .map(p -> new Sampled(p.message(), p.number(), p.would(), p.fault()))
                .toList()));
  }

  @PostMapping(path = "/api/problems/{id}/resubmit", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> resubmit(
      @PathVariable String id, @RequestBody Because why, HttpServletRequest request) {
    return decided(Approval.Action.RESUBMIT, id, why, request);
  }

  @PostMapping(path = "/api/problems/{id}/discard", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Object> discard(
      @PathVariable String id, @RequestBody Because why, HttpServletRequest request) {
    return decided(Approval.Action.DISCARD, id, why, request);
  }

  private ResponseEntity<Object> decided(
      Approval.Action action, String id, Because why, HttpServletRequest request) {
    String reason = Input.text("reason", why.reason());
    return desk()
        .deciding()
        .decideAll(action, id, Person.of(request), reason)
        .map(Answers::of)
        .orElseGet(Answers::solved);
  }

  @PutMapping(path = "/api/problems/{id}/assignee", consumes = MediaType.APPLICATION_JSON_VALUE)
  Assignment assign(
      @PathVariable String id, @RequestBody Assignment to, HttpServletRequest request) {
    desk().problems().assign(id, to.user(), Person.of(request));
    return to;
  }

  @GetMapping("/api/problems/{id}/comments")
  Remarks comments(@PathVariable String id) {
    return new Remarks(desk().problems().comments(id));
  }

  @PostMapping(path = "/api/problems/{id}/comments", consumes = MediaType.APPLICATION_JSON_VALUE)
  Remarks comment(
      @PathVariable String id, @RequestBody Remark remark, HttpServletRequest request) {
    desk().problems().comment(id, Person.of(request), Input.text("text", remark.text()));
    return comments(id);
  }

  private ProblemDesk desk() {
    return gate.hub().orElseThrow(NotReadyException::new).problems();
  }
}
