package dev.kontor.engine.setup;

import dev.kontor.engine.audit.AuditRow;

/**
 * Who changes how the hub is set up, and why.
 *
 * @param by name of the person
 */
public record SetupDecision(String by, String reason) {

  AuditRow row(String kind, String name, String what) {
    return AuditRow.of("setup." + kind, kind + ":" + name, what + ": " + reason + " (" + by + ")");
  }
}
