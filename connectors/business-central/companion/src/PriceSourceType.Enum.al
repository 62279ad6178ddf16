namespace Kontor.Commerce;

enum 50102 "KTR Price Source Type"
{
    Extensible = false;

    value(0; "All Customers")
    {
        Caption = 'All Customers', Locked = true;
    }
    value(1; Customer)
    {
        Caption = 'Customer', Locked = true;
    }
    value(2; "Customer Price Group")
    {
        Caption = 'Customer Price Group', Locked = true;
    }
    value(3; "Customer Disc. Group")
    {
        Caption = 'Customer Disc. Group', Locked = true;
    }
    value(4; Campaign)
    {
        Caption = 'Campaign', Locked = true;
    }
    value(5; Contact)
    {
        Caption = 'Contact', Locked = true;
    }
}
