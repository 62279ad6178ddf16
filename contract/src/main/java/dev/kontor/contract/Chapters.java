package dev.kontor.contract;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The chapters of {@link ConnectorContract}, in the order people read them. */
final class Chapters {

  static final List<Class<? extends Chapter>> ALL =
      List.of(
          DescribeChapter.class,
          CheckChapter.class,
          UnsupportedChapter.class,
          SecretsChapter.class,
          OnlyReadsChapter.class,
          ChangesChapter.class,
          SameInstantChapter.class,
          DeletesChapter.class,
          FindChapter.class,
          RoundTripChapter.class,
          TroubleChapter.class,
          NoticeChapter.class,
          WriteChapter.class,
          RepeatChapter.class,
          ConflictChapter.class,
          CompareChapter.class);

  private Chapters() {}

  /** All tests of all chapters. */
  static Stream<Method> tests() {
    return Arrays.stream(ConnectorContract.class.getMethods())
        .filter(
            method ->
                method.isAnnotationPresent(Test.class)
                    || method.isAnnotationPresent(TestFactory.class));
  }

  /** As people call it, e.g. {@code SameInstant}. */
  static String title(Class<?> chapter) {
    return chapter.getSimpleName().replaceFirst("Chapter$", "");
  }
}
