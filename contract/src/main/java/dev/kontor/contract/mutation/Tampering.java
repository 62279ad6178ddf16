package dev.kontor.contract.mutation;

import dev.kontor.spi.Finding;
import dev.kontor.spi.Http;
import dev.kontor.spi.Inbox;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.function.UnaryOperator;

/** Where a mutation reaches into a sound connector; whatever it does not name stays as it is. */
interface Tampering {

  default Http http(Http inner) {
    return inner;
  }

  default Reader reader(Reader inner, Mutated about) {
    return inner;
  }

  default Writer writer(Writer inner, Mutated about) {
    return inner;
  }

  default boolean hasWriters() {
    return true;
  }

  default Inbox inbox(Inbox inner) {
    return inner;
  }

  default List<Finding> findings(List<Finding> found, Mutated about) {
    return found;
  }

  default String told(String inner, Mutated about) {
    return inner;
  }

  /** Nothing is changed: the sound connector behind the same wrapping. */
  Tampering NONE = new Tampering() {};

  static Tampering ofHttp(UnaryOperator<Http> change) {
    return new Tampering() {
      @Override
      public Http http(Http inner) {
        return change.apply(inner);
      }
    };
  }

  static Tampering ofReader(UnaryOperator<Reader> change) {
    return new Tampering() {
      @Override
      public Reader reader(Reader inner, Mutated about) {
        return change.apply(inner);
      }
    };
  }

  static Tampering ofWriter(UnaryOperator<Writer> change) {
    return new Tampering() {
      @Override
      public Writer writer(Writer inner, Mutated about) {
        return change.apply(inner);
      }
    };
  }

  static Tampering ofInbox(UnaryOperator<Inbox> change) {
    return new Tampering() {
      @Override
      public Inbox inbox(Inbox inner) {
        return change.apply(inner);
      }
    };
  }
}
