package dev.kontor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every chapter. A connector's test extends this, names its provider and opens a bench on its twin;
 * the abilities in the descriptor decide which chapters run for which entity type.
 *
 * <p>What ran is compared with {@code docs/certification.md}.
 */
@ExtendWith(RunRecorder.class)
public abstract class ConnectorContract
    implements DescribeChapter,
        CheckChapter,
        DeletesChapter,
        SameInstantChapter,
        FindChapter,
        RepeatChapter,
        ConflictChapter,
        CompareChapter,
        RoundTripChapter,
        OnlyReadsChapter,
        TroubleChapter,
        UnsupportedChapter,
        NoticeChapter,
        SecretsChapter {

  private @Nullable TwinBench bench;

  /** A fresh twin and a way to it. */
  protected abstract TwinBench open();

  /** Which of the connector's ways this run tries, in a sentence; empty if there is one only. */
  protected String situation() {
    return "";
  }

  /** What the twin rests on, so that readers know what a passed chapter is worth. */
  protected String evidence() {
    return "documentation only; the twin was never compared with a running system";
  }

  @BeforeEach
  protected void openBench() {
    bench = open();
  }

  @AfterEach
  protected void closeBench() {
    bench().close();
  }

  @Override
  public TwinBench bench() {
    TwinBench open = bench;
    if (open == null) {
      throw new IllegalStateException("the bench is open only while a test runs");
    }
    return open;
  }

  @Test
  public void everyWaiverNamesAChapterAndHasAReason() {
    assertThat(Chapters.ALL.stream().map(Class::getSimpleName)).containsAll(waivers().keySet());
    assertThat(waivers().values()).allSatisfy(reason -> assertThat(reason).isNotBlank());
  }
}
