namespace Kontor.Commerce;

table 50105 "KTR Pricing Setup"
{
    Caption = 'Pricing Setup';
    DataClassification = SystemMetadata;
    TableType = Temporary;
    Access = Internal;

    fields
    {
        field(1; Id; Guid)
        {
            Caption = 'Id';
        }
        field(2; "Sales Prices Enabled"; Boolean)
        {
            Caption = 'Sales Prices Enabled';
        }
        field(3; "Local Currency Code"; Code[10])
        {
            Caption = 'Local Currency Code';
        }
        field(4; "Amount Rounding Precision"; Decimal)
        {
            Caption = 'Amount Rounding Precision';
        }
        field(5; "Unit-Amount Rounding Precision"; Decimal)
        {
            Caption = 'Unit-Amount Rounding Precision';
        }
        field(6; "Default Price List Code"; Code[20])
        {
            Caption = 'Default Price List Code';
        }
        field(7; "Last Modified"; DateTime)
        {
            Caption = 'Last Modified';
        }
    }

    keys
    {
        key(PK; Id)
        {
            Clustered = true;
        }
    }
}
