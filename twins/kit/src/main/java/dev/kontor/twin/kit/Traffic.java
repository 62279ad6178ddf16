package dev.kontor.twin.kit;

/** Sees every system call of a twin come and go; it has gone before its answer leaves. */
public interface Traffic {

  /** Nobody looks. */
  Traffic UNSEEN =
      new Traffic() {
        @Override
        public void came(Call call) {}

        @Override
        public void gone(Call call) {}
      };

  void came(Call call);

  void gone(Call call);
}
