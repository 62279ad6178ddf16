namespace Kontor.Commerce;

enum 50103 "KTR Price Asset Type"
{
    Extensible = false;

    value(0; " ")
    {
        Caption = ' ', Locked = true;
    }
    value(1; Item)
    {
        Caption = 'Item', Locked = true;
    }
    value(2; "Item Discount Group")
    {
        Caption = 'Item Discount Group', Locked = true;
    }
    value(3; Resource)
    {
        Caption = 'Resource', Locked = true;
    }
    value(4; "G/L Account")
    {
        Caption = 'G/L Account', Locked = true;
    }
}
