package dev.kontor.engine.audit;

import dev.kontor.engine.db.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Heads kept outside the database, one line per UTC day and the newest: whoever rewrites the
 * database cannot rewrite these. Each epoch has a file of its own, because a restore cuts the chain
 * off at the backup.
 */
public final class HeadFile {
  private final Path directory;

  /**
   * @param directory best on another disk than the database, and copied elsewhere
   */
  public HeadFile(Path directory) {
    this.directory = directory;
  }

  record Head(LocalDate day, long number, String head, String signature) {
    static Head of(Segment segment) {
      return new Head(
          LocalDate.ofInstant(segment.sealedAt(), ZoneOffset.UTC),
          segment.number(),
          HexFormat.of().formatHex(segment.head()),
          HexFormat.of().formatHex(segment.signature()));
    }

    static Head parse(String line) {
      String[] parts = line.split(" ", -1);
      if (parts.length != 4) {
        throw new IllegalArgumentException("not a head: " + line);
      }
      return new Head(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), parts[2], parts[3]);
    }

    String line() {
      return day + " " + number + " " + head + " " + signature;
    }
  }

  /** The exported heads of the epoch, oldest first; empty if there is no file. */
  List<Head> read(int epoch) {
    Path file = file(epoch);
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.startsWith("#"))
              .map(Head::parse)
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("Audit head file " + file + " cannot be read", e);
    }
  }

  void export(int epoch, Segment segment, SigningKey key) {
    List<Head> heads = new ArrayList<>(read(epoch));
    Head newest = Head.of(segment);
    if (!heads.isEmpty() && heads.getLast().number() >= newest.number()) {
      return;
    }
    heads.removeIf(head -> head.day().equals(newest.day()));
    heads.add(newest);
    List<String> lines = new ArrayList<>();
    lines.add("# Ed25519 " + key.publicKey());
    heads.forEach(head -> lines.add(head.line()));
    try {
      PrivateFiles.createDirectories(directory);
      byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
      PrivateFiles.replace(file(epoch), content);
    } catch (IOException e) {
      throw new UncheckedIOException("Audit head file " + file(epoch) + " cannot be written", e);
    }
  }

  Path file(int epoch) {
    return directory.resolve("audit-heads-" + epoch + ".txt");
  }
}
