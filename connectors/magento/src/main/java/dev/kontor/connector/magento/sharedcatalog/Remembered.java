package dev.kontor.connector.magento.sharedcatalog;

import java.time.Duration;
import java.time.Instant;

/** What the shop said at a time. */
record Remembered<T>(T said, Instant since) {

  boolean isOlder(Duration age, Instant now) {
    return since.plus(age).isBefore(now);
  }
}
