package dev.kontor.engine.db;

/** How to reach one database. */
record Endpoint(String url, String user, String password) {
  static Endpoint loopback(int port, String database, String password) {
    return new Endpoint(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, "postgres", password);
  }

  @Override
  public String toString() {
    return "Endpoint[" + user + "]";
  }
}
