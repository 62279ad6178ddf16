package dev.kontor.engine;

import dev.kontor.engine.delivery.Previews;
import dev.kontor.engine.problem.Problems;
import dev.kontor.engine.problem.Remarks;
import java.util.List;

/**
 * What waits for people, by cause, and all that they do about it.
 *
 * @param problems dead letters by cause
 * @param remarks about causes
 * @param previews of what would become of messages
 * @param deciding about messages
 * @param links between documents, made by hand
 * @param tables value tables
 */
public record ProblemDesk(
    Problems problems,
    Remarks remarks,
    Previews previews,
    Deciding deciding,
    LinkDesk links,
    TableDesk tables) {

  private static final int SAMPLE = 20;

  /**
   * What would become of some of a cause's messages.
   *
   * @param problem fingerprint
   * @return empty if nothing is dead for it now
   */
  public List<Previews.Preview> preview(String problem) {
    return previews.of(problems.messages(problem).stream().limit(SAMPLE).toList());
  }
}
