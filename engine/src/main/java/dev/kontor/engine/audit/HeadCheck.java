package dev.kontor.engine.audit;

import static dev.kontor.engine.audit.Finding.Kind.HEAD_DISAGREES;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the exported heads with the chain in the database. */
final class HeadCheck {
  private HeadCheck() {}

  static List<Finding> compare(HeadFile.Exported exported, List<Segment> segments) {
    Map<Long, HeadFile.Head> chain =
        segments.stream()
            .map(HeadFile.Head::of)
            .collect(Collectors.toMap(HeadFile.Head::number, Function.identity()));
    List<Finding> findings = new ArrayList<>();
    for (HeadFile.Head head : exported.heads()) {
      HeadFile.Head inDatabase = chain.get(head.number());
      String subject = "segment:" + head.number();
      if (inDatabase == null) {
        findings.add(finding(subject, "exported on " + head.day() + ", not in the database"));
      } else if (!inDatabase.head().equals(head.head())) {
        findings.add(finding(subject, "the head exported on " + head.day() + " is another one"));
      }
    }
    for (int line : exported.damaged()) {
      findings.add(
          finding(
              "head file", "line " + line + " is cut off or changed; restore it from its copy"));
    }
    if (!exported.present() && !segments.isEmpty()) {
      findings.add(finding("head file", "there is none; restore it, or record its loss"));
    } else if (exported.heads().isEmpty() && segments.size() > 1 && exported.damaged().isEmpty()) {
      // The head of the very first segment may be about to be exported.
      findings.add(finding("head file", "it names no head; restore it, or record its loss"));
    }
    return findings;
  }

  private static Finding finding(String subject, String text) {
    return new Finding(HEAD_DISAGREES, subject, text);
  }
}
