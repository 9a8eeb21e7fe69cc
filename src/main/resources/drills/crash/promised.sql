-- Units of scarce things that work was opened for or that are reserved, by thing.
select r.sku, sum(r.units) as units
from reservation r
where r.merchant = :merchant and r.sku like 'CRASH-%'
group by r.sku
