package dev.kontor.engine.backup;

/** Whether the database is this installation's own. */
public sealed interface InstallationCheck {
  InstallationState state();

  /** File and database agree; doubt may still stand from a restore. */
  record Ok(InstallationState state) implements InstallationCheck {}

  /**
   * The database is a copy, or another installation's: start paused, write nowhere, until a person
   * adopts it.
   *
   * @param reason for people
   */
  record Mismatch(InstallationState state, String reason) implements InstallationCheck {}
}
