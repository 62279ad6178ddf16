package dev.kontor.twin.financeoperations.events;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.kit.Ids;
import dev.kontor.twin.kit.Json;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/** Payloads of events: control numbers grow with gaps, times are told in both forms. */
final class EventBody {
  private static final long FIRST = 5_637_144_576L;
  private static final long GAP = 3;

  private final Erp erp;
  private final AtomicLong last = new AtomicLong(FIRST);

  EventBody(Erp erp) {
    this.erp = erp;
  }

  ObjectNode of(Kind kind, String company, ObjectNode fields) {
    Instant now = erp.now();
    ObjectNode body =
        Json.object()
            .put("BusinessEventId", kind.id())
            .put("BusinessEventLegalEntity", company.toUpperCase(java.util.Locale.ROOT))
            .put("ContextRecordSubject", "")
            .put("ControlNumber", last.updateAndGet(n -> n + 1 + n % GAP))
            .put("EventId", "{" + Ids.guid().toUpperCase(java.util.Locale.ROOT) + "}")
            .put("EventTime", date(now))
            .put("EventTimeIso8601", now.toString())
            .put("InitiatingUserAADObjectId", "{" + Ids.guid("service user") + "}")
            .put("LegalEntity", company)
            .put("MajorVersion", 0)
            .put("MinorVersion", 0);
    body.putArray("ParentContextRecordSubjects");
    body.setAll(fields);
    return body;
  }

  /** A time as the .NET serializer tells it. */
  static String date(Instant at) {
    return "/Date(" + at.toEpochMilli() + ")/";
  }
}
