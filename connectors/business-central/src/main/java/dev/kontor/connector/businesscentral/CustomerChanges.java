package dev.kontor.connector.businesscentral;

import dev.kontor.model.ModelJson;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Follows customers by time of change, and from time to time goes through all of them: what one
 * owes changes with postings, and what is overdue with the day, without any change of the record.
 */
final class CustomerChanges {

  /** A whole round is one call for as many customers as fit into a page. */
  static final Duration ROUND_EVERY = Duration.ofMinutes(15);

  private static final String RECORDS = "records";
  private static final String ROUND = "round";
  private static final String BEGUN = "begun";

  private final CustomerNews news;
  private final CustomerFile file;
  private final InstantSource clock;

  CustomerChanges(CustomerNews news, CustomerFile file, InstantSource clock) {
    this.news = news;
    this.file = file;
    this.clock = clock;
  }

  /** Those of a round have the version they had, unless they owe something else. */
  Page read(@Nullable Cursor from, int limit) {
    ObjectNode at = from == null ? Json.object() : position(from);
    return at.has(ROUND) ? round(at, limit) : changed(at, limit);
  }

  /** A cursor of versions that followed the records alone is the position of these. */
  private static ObjectNode position(Cursor from) {
    ObjectNode at = (ObjectNode) ModelJson.parse(from.value());
    return at.has(RECORDS) ? at : Json.object().put(RECORDS, from.value());
  }

  private Page changed(ObjectNode at, int limit) {
    CustomerNews.Changed read = news.read(cursor(at, RECORDS), limit);
    at.put(RECORDS, read.next().value());
    boolean due = !read.more() && isRoundDue(at);
    if (due) {
      at.put(ROUND, "");
    }
    List<Document> thin = new ArrayList<>(file.thin(read.customers()));
    thin.sort(Comparator.comparing(Document::changedAt));
    return new Page(thin, new Cursor(at.toString()), read.more() || due);
  }

  /** The first reading goes through all of them already. */
  private boolean isRoundDue(ObjectNode at) {
    Instant now = clock.instant();
    JsonNode begun = at.path(BEGUN);
    boolean due =
        !begun.isMissingNode()
            && !now.isBefore(Instant.parse(begun.stringValue()).plus(ROUND_EVERY));
    if (begun.isMissingNode() || due) {
      at.put(BEGUN, now.toString());
    }
    return due;
  }

  private Page round(ObjectNode at, int limit) {
    Page page = pageOfRound(at, limit);
    if (page.more()) {
      at.put(ROUND, page.next().value());
    } else {
      at.remove(ROUND);
    }
    return new Page(page.documents(), new Cursor(at.toString()), page.more());
  }

  private Page pageOfRound(ObjectNode at, int limit) {
    try {
      return file.keys(cursor(at, ROUND), limit);
    } catch (FaultException e) {
      if (!(e.fault() instanceof Fault.Invalid) || at.path(ROUND).stringValue().isEmpty()) {
        throw e;
      }
      return file.keys(null, limit); // the link has expired
    }
  }

  private static @Nullable Cursor cursor(ObjectNode at, String name) {
    JsonNode value = at.path(name);
    return value.isMissingNode() ? null : new Cursor(value.stringValue());
  }
}
