package dev.kontor.app.web;

import dev.kontor.engine.Deciding;
import dev.kontor.engine.access.Right;
import dev.kontor.engine.problem.Approval;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Decisions that a second person must approve. */
@RestController
class ApprovalController {

  private final HubGate gate;

  ApprovalController(HubGate gate) {
    this.gate = gate;
  }

  /** Those that are open, oldest first. */
  record Approvals(List<Approval> approvals) {}

  /**
   * What a second person says.
   *
   * @param approve whether it is to be carried out
   * @param reason kept with the decision
   */
  record Settling(@Nullable Boolean approve, @Nullable String reason) {}

  /** What waits for a second person. */
  @Needs(Right.READ)
  @GetMapping("/api/approvals")
  Approvals all() {
    return new Approvals(deciding().approvals());
  }

  /** Approves a decision, which is carried out then, or refuses it. */
  @Needs(Right.DECIDE)
  @PostMapping(path = "/api/approvals/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> settle(
      @PathVariable long id, @RequestBody Settling request, Caller caller) {
    boolean approve = Given.present("approve", request.approve());
    String reason = Given.text("reason", request.reason(), Given.SENTENCES);
    if (caller.user() == null) {
      throw RefusedException.forbidden("a program is no second person; sign in");
    }
    return Answer.of(deciding().settle(id, approve, caller.name(), reason));
  }

  private Deciding deciding() {
    return gate.hub().orElseThrow(NotReadyException::new).problems().deciding();
  }
}
