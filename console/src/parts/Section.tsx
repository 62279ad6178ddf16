import type {ReactNode} from 'react';

/** A part of a page under a small heading, told apart by space alone. */
export function Section({title, aside, children}: {title: string; aside?: ReactNode; children: ReactNode}) {
  return (
    <section className="section" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** The top of a page: its name, and what is done there. */
export function PageHead({title, children}: {title: ReactNode; children?: ReactNode}) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      <div className="page-tools">{children}</div>
    </div>
  );
}
