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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** Day, number, SHA-256, Ed25519 signature. */
  private static final Pattern LINE =
      Pattern.compile("(\\d{4}-[01]\\d-[0-3]\\d) (\\d{1,18}) ([0-9a-f]{64}) ([0-9a-f]{128})");

  record Head(LocalDate day, long number, String head, String signature) {
    static Head of(Segment segment) {
      return new Head(
          LocalDate.ofInstant(segment.sealedAt(), ZoneOffset.UTC),
          segment.number(),
          HexFormat.of().formatHex(segment.head()),
          HexFormat.of().formatHex(segment.signature()));
    }

    static Optional<Head> parse(String line) {
      Matcher parts = LINE.matcher(line);
      return parts.matches()
          ? Optional.of(
              new Head(
                  LocalDate.parse(parts.group(1)),
                  Long.parseLong(parts.group(2)),
                  parts.group(3),
                  parts.group(4)))
          : Optional.empty();
    }

    String line() {
      return day + " " + number + " " + head + " " + signature;
    }
  }

  /**
   * What lies outside the database.
   *
   * @param present whether there is a file
   * @param heads oldest first
   * @param damaged numbers of the lines that are cut off or changed, the first being 1
   */
  record Exported(boolean present, List<Head> heads, List<Integer> damaged) {}

  Exported read(int epoch) {
    Path file = file(epoch);
    List<Head> heads = new ArrayList<>();
    List<Integer> damaged = new ArrayList<>();
    try {
      boolean present = Files.exists(file);
      List<String> lines = present ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        Optional<Head> head = Head.parse(lines.get(i));
        head.ifPresent(heads::add);
        if (head.isEmpty() && !lines.get(i).startsWith("#")) {
          damaged.add(i + 1);
        }
      }
      return new Exported(present, heads, damaged);
    } catch (IOException e) {
      throw new UncheckedIOException("Audit head file " + file + " cannot be read", e);
    }
  }

  /**
   * @throws IllegalStateException if the file is damaged: its lines are evidence that is not
   *     written over
   */
  void export(int epoch, Segment segment, SigningKey key) {
    Exported before = read(epoch);
    if (!before.damaged().isEmpty()) {
      throw new IllegalStateException(
          file(epoch) + " is damaged in line " + before.damaged().getFirst() + "; restore it");
    }
    List<Head> heads = new ArrayList<>(before.heads());
    Head newest = Head.of(segment);
    if (!heads.isEmpty() && heads.getLast().number() >= newest.number()) {
      return;
    }
    heads.removeIf(head -> head.day().equals(newest.day()));
    heads.add(newest);
    write(epoch, heads, key);
  }

  /** Makes the file before the epoch's first segment, so that a missing one is always a loss. */
  void begin(int epoch, SigningKey key) {
    if (!Files.exists(file(epoch))) {
      write(epoch, List.of(), key);
    }
  }

  private void write(int epoch, List<Head> heads, SigningKey key) {
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
