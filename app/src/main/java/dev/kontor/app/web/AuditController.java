package dev.kontor.app.web;

import dev.kontor.engine.access.Right;
import dev.kontor.engine.audit.AuditPage;
import dev.kontor.engine.audit.Position;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened and who decided it. */
@RestController
class AuditController {

  private static final int MOST_SHOWN = 100;

  private final HubGate gate;

  AuditController(HubGate gate) {
    this.gate = gate;
  }

  /** Rows of the audit, newest first. */
  @Needs(Right.AUDIT)
  @GetMapping("/api/audit")
  AuditPage audit(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String subject,
      @RequestParam(required = false) @Nullable String after) {
    return gate.hub()
        .orElseThrow(NotReadyException::new)
        .desk()
        .audit(kind, subject, after == null ? null : position(after), MOST_SHOWN);
  }

  private static Position position(String after) {
    return Position.parse(after)
        .orElseThrow(
            () -> new BadInputException("after is none this address gave; leave it out to begin"));
  }
}
