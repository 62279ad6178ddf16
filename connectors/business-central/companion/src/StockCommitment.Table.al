namespace Kontor.Commerce;

table 50108 "KTR Stock Commitment"
{
    Caption = 'Stock Commitment';
    DataClassification = SystemMetadata;
    TableType = Temporary;
    Access = Internal;

    fields
    {
        field(1; "Item No."; Code[20])
        {
            Caption = 'Item No.';
        }
        field(2; "Variant Code"; Code[10])
        {
            Caption = 'Variant Code';
        }
        field(3; "Location Code"; Code[10])
        {
            Caption = 'Location Code';
        }
        field(4; "Qty. on Sales Orders"; Decimal)
        {
            Caption = 'Qty. on Sales Orders';
        }
        field(5; "Qty. on Purchase Orders"; Decimal)
        {
            Caption = 'Qty. on Purchase Orders';
        }
        field(6; "Qty. on Transfers Out"; Decimal)
        {
            Caption = 'Qty. on Transfers Out';
        }
        field(7; "Qty. on Transfers In"; Decimal)
        {
            Caption = 'Qty. on Transfers In';
        }
        field(8; "Reserved Quantity"; Decimal)
        {
            Caption = 'Reserved Quantity';
        }
        field(10; "Reserved for Others"; Decimal)
        {
            Caption = 'Reserved for Others';
        }
        field(9; "Next Receipt Date"; Date)
        {
            Caption = 'Next Receipt Date';
        }
    }

    keys
    {
        key(PK; "Item No.", "Variant Code", "Location Code")
        {
            Clustered = true;
        }
    }
}
