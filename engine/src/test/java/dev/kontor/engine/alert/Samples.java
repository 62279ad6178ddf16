package dev.kontor.engine.alert;

import dev.kontor.engine.config.AlertReceiver;
import dev.kontor.engine.config.AlertRule;
import dev.kontor.engine.config.QuietHours;
import dev.kontor.engine.config.Severity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Findings, receivers and letters as tests need them. */
public final class Samples {

  public static final Instant NOON = Instant.parse("2026-11-30T11:00:00Z");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Samples() {}

  static Finding failed(long count) {
    return failed(count, Severity.URGENT, Duration.ZERO);
  }

  static Finding failed(long count, Severity severity, Duration patience) {
    return new Finding(
        AlertRule.FAILURE,
        "cause",
        severity,
        "orders",
        "orders",
        "Gen. Bus. Posting Group must have a value",
        count,
        NOON,
        List.of("10023"),
        patience,
        "ab12",
        Map.of());
  }

  public static AlertReceiver receiver(String name, AlertReceiver.Way way) {
    return new AlertReceiver(name, way, false, BERLIN, Severity.WARNING, QuietHours.NONE, true);
  }

  /** A letter of the sample finding. */
  public static Letter letter(String title) {
    return new Letter(
        UUID.fromString("00000000-0000-4000-8000-000000000017"),
        17,
        Tidings.OPENED,
        "failure",
        Severity.URGENT,
        "orders",
        12,
        NOON,
        List.of("10023"),
        new Letter.Said(title, "Grund: <Posting Group>", "12 Aufträge warten", "Beheben"),
        URI.create("https://kontor.example/#/problems/ab12"),
        NOON);
  }
}
