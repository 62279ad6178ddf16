package dev.kontor.engine.audit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result of a verification, as {@code verify-ledger} prints it. */
public record AuditReport(int segments, long sealedRows, List<Finding> findings) {
  public boolean tampered() {
    return findings.stream().anyMatch(finding -> finding.kind().tampered());
  }

  public List<Finding> of(Finding.Kind kind) {
    return findings.stream().filter(finding -> finding.kind() == kind).toList();
  }

  public String text() {
    String verdict =
        tampered()
            ? "TAMPERED: the record was changed after it was written"
            : "INTACT: nothing was changed, removed or added";
    Stream<String> lines =
        findings.stream().map(f -> "  " + f.kind() + " " + f.subject() + ": " + f.text());
    return Stream.concat(
            Stream.of(verdict, "  " + segments + " segments, " + sealedRows + " sealed rows"),
            lines)
        .collect(Collectors.joining("\n"));
  }
}
