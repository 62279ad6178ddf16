package dev.kontor.engine.db;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The files of one embedded server: data, password (0600), owner's lock and log. */
record ServerDirectory(Path root, String password) {
  private static final int LOG_TAIL_BYTES = 4_000;

  static ServerDirectory prepare(Path root) throws IOException {
    PrivateFiles.createDirectories(root);
    Path file = root.resolve("password");
    if (!Files.exists(file)) {
      byte[] secret = new byte[24];
      new SecureRandom().nextBytes(secret);
      PrivateFiles.writeOnce(file, Base64.getUrlEncoder().encode(secret));
    }
    return new ServerDirectory(root, Files.readString(file).strip());
  }

  Path data() {
    return root.resolve("data");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  Path lock() {
    return root.resolve("owner.lock");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  String logTail() throws IOException {
    if (!Files.exists(log())) {
      return "(no log)";
    }
    try (RandomAccessFile file = new RandomAccessFile(log().toFile(), "r")) {
      file.seek(Math.max(0, file.length() - LOG_TAIL_BYTES));
      byte[] tail = new byte[(int) (file.length() - file.getFilePointer())];
      file.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    }
  }

  @Override
  public String toString() {
    return "ServerDirectory[" + root + "]";
  }
}
