package dev.kontor.kit;

import dev.kontor.spi.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The snapshots of one reader: the one a poll began with serves its further pages, too. */
public final class Snapshots {

  /** How long a reading serves the further pages of its poll. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  /**
   * All documents of a kind at one moment.
   *
   * @param began when the reading began
   * @param versions by id
   */
  public record Taken(Instant began, SortedMap<String, String> versions, Snapshot snapshot) {

    /** Blank of a document that is not there. */
    public String version(String id) {
      return versions.getOrDefault(id, "");
    }
  }

  private final InstantSource clock;
  private final Supplier<SortedMap<String, String>> reading;
  private @Nullable Taken last;

  /**
   * @param reading reads the versions of all documents, by id
   */
  public Snapshots(InstantSource clock, Supplier<SortedMap<String, String>> reading) {
    this.clock = clock;
    this.reading = reading;
  }

  /** For a page of changes. */
  public Taken changes(@Nullable Cursor from) {
    return taken(Snapshot.isUnderWay(from));
  }

  /** For a page of keys. */
  public Taken keys(@Nullable Cursor from) {
    return taken(from != null);
  }

  private synchronized Taken taken(boolean goesOn) {
    Instant began = clock.instant();
    Taken known = last;
    if (known != null && goesOn && began.isBefore(known.began().plus(FRESH))) {
      return known;
    }
    SortedMap<String, String> versions = reading.get();
    Taken fresh = new Taken(began, versions, new Snapshot(versions));
    last = fresh;
    return fresh;
  }
}
