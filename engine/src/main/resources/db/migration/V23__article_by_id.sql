-- Which article an article of the target is, where articles go both ways.
create index crossref_article_id on crossref (target, target_id) where entity = 'product';
