package dev.kontor.engine.config;

/** Whose value of an attribute holds where the two systems that share it differ. */
public enum Owner {
  /** The shop's; the ERP gets it, and gets it back if somebody changes it there. */
  SHOP,
  /** The ERP's, likewise. */
  ERP,
  /** That of the most recent change. */
  LATEST
}
