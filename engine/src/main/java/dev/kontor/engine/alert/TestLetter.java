package dev.kontor.engine.alert;

import dev.kontor.engine.alert.way.Outlet;
import dev.kontor.engine.alert.way.Sent;
import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertsConfig;
import dev.kontor.engine.config.Severity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tries whether a receiver can be reached. */
public final class TestLetter {

  private TestLetter() {}

  /** Sends one test; nothing is stored, and nothing is tried again. */
  public static Sent send(AlertsConfig config, AlertReceiver receiver, Instant now) {
    Letter letter =
        new Letter(
            UUID.randomUUID(),
            0,
            Tidings.TEST,
            Tidings.TEST.word(),
            Severity.WARNING,
            receiver.name(),
            0,
            null,
            List.of(),
            new Wording(config.language(), receiver.zone()).test(receiver.name()),
            config.url(),
            now);
    try (Outlet outlet = Outlet.of(receiver)) {
      return outlet.send(letter);
    }
  }
}
