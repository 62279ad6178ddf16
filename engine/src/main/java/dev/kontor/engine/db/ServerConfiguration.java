package dev.kontor.engine.db;

import java.util.Map;

/** Settings of the embedded server: a ledger's durability, not the starter's test defaults. */
final class ServerConfiguration {
  /** Passed as {@code -c}; each comes after the starter's {@code -F} and wins over it. */
  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          Map.entry("listen_addresses", "127.0.0.1"),
          Map.entry("unix_socket_directories", ""),
          Map.entry("password_encryption", "scram-sha-256"),
          Map.entry("max_connections", "100"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("max_wal_size", "4GB"),
          Map.entry("checkpoint_timeout", "15min"),
          Map.entry("random_page_cost", "1.1"),
          Map.entry("idle_in_transaction_session_timeout", "10min"));

  private ServerConfiguration() {}
}
